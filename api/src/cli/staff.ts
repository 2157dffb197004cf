import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { createStaffRequest } from '@coinwarden/contracts';
import { ROLE_KEYS } from '@coinwarden/domain';
import { runProgram } from '../platform/embedded/run-program.js';
import { StartUpError } from '../platform/embedded/start-up-error.js';
import { CreateStaff, ResetStaff } from '../staff/staff.public.js';
import { onApplication } from './command-line.js';

const USAGE = `Usage: npm run staff -- create --email <e-mail> --role <role> [--name <name>]
       npm run staff -- reset --email <e-mail>
Roles: ${ROLE_KEYS.join(', ')}`;

const BY_OPERATOR = { audit: { type: 'system', id: 'command-line' }, acting: null } as const;

await runProgram(async () => {
  const { command, email, role, name } = readArguments();
  const password =
    command === 'create' ? await create({ email, role, displayName: name ?? email }) : await reset(email);
  process.stdout.write(`One-time password for ${email}: ${password}\n`);
  process.stdout.write(
    'It is shown once, lasts seven days and has to be replaced after the first sign-in.\n',
  );
  return 0;
});

async function create(member: {
  email: string;
  role: string | undefined;
  displayName: string;
}): Promise<string> {
  const parsed = createStaffRequest.safeParse(member);
  if (!parsed.success) {
    const bad = parsed.error.issues.map((issue) => `--${String(issue.path[0])}: ${issue.message}`);
    throw new StartUpError(`${bad.join('\n')}\n${USAGE}`);
  }
  return onApplication(
    async (app) => (await app.get(CreateStaff, { strict: false }).run(parsed.data, BY_OPERATOR)).password,
  );
}

async function reset(email: string): Promise<string> {
  return onApplication(async (app) => (await app.get(ResetStaff, { strict: false }).run(email)).password);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { email: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' } },
    });
    const [command] = positionals;
    if (positionals.length === 1 && (command === 'create' || command === 'reset') && values.email) {
      return { ...values, command, email: values.email } as const;
    }
  } catch {
    // Unknown options end like missing ones: with the usage.
  }
  throw new StartUpError(USAGE);
}
