import { readFile } from 'node:fs/promises';
import { CoinwardenClient } from '@coinwarden/client';

/** The service of COINWARDEN_URL and COINWARDEN_API_KEY, or the demo that `npm start` runs here. */
export async function connect() {
  const { COINWARDEN_URL: url, COINWARDEN_API_KEY: apiKey } = process.env;
  if (url && apiKey) return new CoinwardenClient({ url, apiKey });
  const demo = JSON.parse(await readFile(`${process.env.DATA_DIR ?? '.data'}/demo.json`, 'utf8'));
  return new CoinwardenClient({ url: demo.url, apiKey: demo.apiKey });
}
