import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type PostgresBinaries, postgresBinaries, SHARED_STATE_DIR } from './postgres-binaries.js';
import { canReach, type ServerUser, serverUser } from './server-user.js';
import { StartUpError } from './start-up-error.js';

export const SUPERUSER = 'coinwarden';

/** Where a server lives, who runs it and with which programs. */
export interface ClusterHome {
  readonly clusterDir: string;
  readonly logFile: string;
  readonly user: ServerUser | null;
  readonly binaries: PostgresBinaries;
}

/** Makes the directory of the server if it is missing, and names who may run the server in it. */
export function openHome(dir: string): ClusterHome {
  assertWritable(dirname(dir));
  let user = serverUser();
  if (!existsSync(dir)) makeHome(dir, user);
  const home = realpathSync(dir);
  const owner = statSync(home);
  if (user && owner.uid !== 0) user = { uid: owner.uid, gid: owner.gid };
  else if (process.getuid && owner.uid !== process.getuid()) {
    throw new StartUpError(
      `The database in ${dir} belongs to another user (uid ${owner.uid}): ` +
        'start as that user, or set DATA_DIR to a directory of your own.',
    );
  }
  return {
    clusterDir: join(home, 'cluster'),
    logFile: `${dir}.log`,
    user,
    binaries: postgresBinaries(user),
  };
}

/** Throws a clear line unless `dir` exists (or can be made) and may be written to. */
export function assertWritable(dir: string): void {
  try {
    makeDirectory(dir);
    accessSync(dir, constants.W_OK | constants.X_OK);
    // Root passes every permission check, also on a file system that is mounted read-only.
    const probe = join(dir, `.writable-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new StartUpError(
      `Cannot write to the data directory ${dir} (${why}): make it writable, or set DATA_DIR to a directory that is.`,
    );
  }
}

/** Step by step: asked to do it at once, Node tries for ever where directories cannot be made at all, as in /proc. */
function makeDirectory(dir: string): void {
  if (existsSync(dir)) return;
  makeDirectory(dirname(dir));
  mkdirSync(dir);
  // Others may pass through it but not list it: the database below may belong to another user.
  chmodSync(dir, 0o711);
}

function makeHome(dir: string, user: ServerUser | null): void {
  rmSync(dir, { force: true }); // A link whose target is gone.
  if (!user) {
    mkdirSync(dir, { mode: 0o700 });
    return;
  }
  let home = dir;
  if (!canReach(dirname(dir), user)) {
    // Root's own directories are closed to the server's user; opening them is not for us to decide.
    mkdirSync(SHARED_STATE_DIR, { recursive: true, mode: 0o755 });
    home = join(SHARED_STATE_DIR, `data-${randomBytes(6).toString('hex')}`);
    symlinkSync(home, dir);
  }
  mkdirSync(home, { mode: 0o700 });
  chownSync(home, user.uid, user.gid);
}

/** Creates the database cluster. It is built aside and renamed when complete, so an interrupted start leaves none. */
export function createCluster(home: ClusterHome, password: string): void {
  const unfinished = `${home.clusterDir}.new`;
  const passwordFile = join(dirname(home.clusterDir), 'password');
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid);
  const result = spawnSync(
    home.binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...home.user, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' }, encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    const why = result.error?.message ?? result.stderr.trim().split('\n').at(-1);
    throw new StartUpError(
      `The embedded PostgreSQL could not create its database in ${home.clusterDir} (${why}): ` +
        'free some space or fix the permissions, or set DATABASE_URL to use your own PostgreSQL.',
    );
  }
  renameSync(unfinished, home.clusterDir);
}
