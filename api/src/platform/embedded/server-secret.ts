import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { StartUpError } from './start-up-error.js';

/** The port and password a server keeps from one start to the next; the file is readable by its owner alone. */
export interface ServerSecret {
  port: number;
  readonly password: string;
}

const secretFile = (dir: string): string => `${dir}.json`;

export function readSecret(dir: string): ServerSecret | null {
  try {
    return JSON.parse(readFileSync(secretFile(dir), 'utf8')) as ServerSecret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartUpError(
      `Cannot read ${secretFile(dir)} (${(error as Error).message}): start as the user who owns it, ` +
        'or set DATA_DIR to a directory of your own.',
    );
  }
}

export function writeSecret(dir: string, secret: ServerSecret): void {
  writeFileSync(secretFile(dir), `${JSON.stringify(secret)}\n`, { mode: 0o600 });
  chmodSync(secretFile(dir), 0o600);
}

export function newSecret(dir: string, clusterDir: string): ServerSecret {
  if (existsSync(clusterDir)) {
    throw new StartUpError(
      `The password of the database in ${dir} is missing (${dir}.json): restore that file, ` +
        `or remove ${dir} to begin with an empty database.`,
    );
  }
  const secret = { port: 0, password: randomBytes(24).toString('base64url') };
  writeSecret(dir, secret);
  return secret;
}
