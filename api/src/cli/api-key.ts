import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { createApiKeyRequest } from '@coinwarden/contracts';
import { API_KEY_SCOPES } from '@coinwarden/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { runProgram } from '../platform/embedded/run-program.js';
import { StartUpError } from '../platform/embedded/start-up-error.js';
import { CreateApiKey, RevokeApiKey } from '../staff/staff.public.js';
import { onApplication } from './command-line.js';

const USAGE = `Usage: npm run api-key -- create --name <name> --scopes <scope,scope…|all> [--rate <requests per second>]
       npm run api-key -- list
       npm run api-key -- revoke --id <id>
Scopes: ${API_KEY_SCOPES.join(', ')}`;

const BY_OPERATOR = { type: 'system', id: 'command-line' } as const;
const say = (line: string) => process.stdout.write(`${line}\n`);

await runProgram(async () => {
  const { command, values } = readArguments();
  if (command === 'create') await create(values);
  else if (command === 'list') await list();
  else await revoke(values.id);
  return 0;
});

async function create(values: { name?: string; scopes?: string; rate?: string }): Promise<void> {
  const scopes =
    values.scopes === 'all' ? API_KEY_SCOPES : (values.scopes ?? '').split(',').map((s) => s.trim());
  const rate = values.rate === undefined ? {} : { requestsPerSecond: Number(values.rate) };
  const parsed = createApiKeyRequest.safeParse({ name: values.name, scopes, ...rate });
  if (!parsed.success) {
    const bad = parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`);
    throw new StartUpError(`${bad.join('\n')}\n${USAGE}`);
  }
  const key = await onApplication((app) =>
    app.get(CreateApiKey, { strict: false }).run(parsed.data, BY_OPERATOR),
  );
  say(`API key ${key.apiKeyId}: ${key.apiKey}`);
  say('It is shown once and cannot be read again.');
}

interface ListedKey {
  api_key_id: string;
  name: string;
  prefix: string;
  scopes: string[];
  revoked_at: Date | null;
  last_used_at: Date | null;
}

async function list(): Promise<void> {
  const keys = await onApplication((app) =>
    app
      .get(UnitOfWork)
      .query<ListedKey>(
        'SELECT api_key_id, name, prefix, scopes, revoked_at, last_used_at FROM api_keys ORDER BY created_at',
      ),
  );
  if (keys.length === 0) say('There are no API keys.');
  for (const key of keys) {
    const state = key.revoked_at ? `revoked ${key.revoked_at.toISOString()}` : 'active';
    const used = key.last_used_at ? `used ${key.last_used_at.toISOString()}` : 'never used';
    say(`${key.api_key_id}  ${key.prefix}…  ${key.name}  ${state}, ${used}  ${key.scopes.join(',')}`);
  }
}

async function revoke(id: string | undefined): Promise<void> {
  if (!id || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new StartUpError(USAGE);
  await onApplication((app) => app.get(RevokeApiKey, { strict: false }).run(id, BY_OPERATOR, null));
  say(`API key ${id} is revoked; running servers stop taking it within seconds.`);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        scopes: { type: 'string' },
        rate: { type: 'string' },
        id: { type: 'string' },
      },
    });
    const [command] = positionals;
    const known = command === 'create' || command === 'list' || command === 'revoke';
    if (positionals.length === 1 && known) return { command, values } as const;
  } catch {
    // Unknown options end like missing ones: with the usage.
  }
  throw new StartUpError(USAGE);
}
