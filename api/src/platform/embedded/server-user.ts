import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartUpError } from './start-up-error.js';

/** PostgreSQL refuses to run as root: root hands the server to this user, everybody else runs it as themselves. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user the server runs as when we are root (`postgres`, made if missing, else `nobody`), or null when we are not. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const user = lookUp('postgres') ?? create('postgres') ?? lookUp('nobody');
  if (user) return user;
  throw new StartUpError(
    'PostgreSQL cannot run as root and this system has no user "postgres" and no useradd to make one: ' +
      'run as an ordinary user, or set DATABASE_URL to use your own PostgreSQL.',
  );
}

function lookUp(name: string): ServerUser | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function create(name: string): ServerUser | null {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', name], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return lookUp(name);
}

/** Whether `user` may pass through every directory from the root down to and including `path`. */
export function canReach(path: string, user: ServerUser): boolean {
  const OWNER_X = 0o100;
  const GROUP_X = 0o010;
  const OTHER_X = 0o001;
  for (let at = resolve(path); ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at);
    const bit = uid === user.uid ? OWNER_X : gid === user.gid ? GROUP_X : OTHER_X;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
