import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Economy, startEconomy } from '../../support/economy.js';

const EXAMPLES = join(import.meta.dirname, '../../../docs/examples');

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
});
afterAll(() => economy?.close());

const run = async (name: string): Promise<string> => {
  const env = { ...process.env, COINWARDEN_URL: economy.url, COINWARDEN_API_KEY: economy.apiKey };
  const { stdout } = await promisify(execFile)(process.execPath, [join(EXAMPLES, name)], { env });
  return stdout;
};

test.each<[string, RegExp[]]>([
  ['sell-coins.mjs', [/coins for \d+ EUR/, /decided: approve/, /available: [1-9]\d* coins, held: 0/]],
  ['send-gift.mjs', [/approve; sent again: replayed true/, /refused: 404 account\.unknown/]],
  ['scan-comments.mjs', [/^clean .*great stream/m, /^(scam|suspect) .*FREE/m]],
])('the example %s runs as the guide says', async (name, said) => {
  const output = await run(name);
  for (const line of said) expect(output).toMatch(line);
});
