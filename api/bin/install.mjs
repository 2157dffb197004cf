import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ROOT, run } from './run-step.mjs';

/** Installs the dependencies unless those in `node_modules` are the ones the lockfile names. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing dependencies (npm ci)…');
  // npm tells where it is when it runs us; run by hand, it is looked up on the PATH. Building needs the dev tools.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const status = npm ? run(process.execPath, [npm, ...args]) : run('npm', args);
  if (status !== 0)
    fail('Installing the dependencies failed (see above): put that right and run the command again.');
}

/** npm writes what it installed, last thing, to a lockfile of its own: an interrupted installation has none. */
function isInstalled() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const { packages: actual } = JSON.parse(readFileSync(installed, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = actual[path];
    // What is made for another platform is optional and not installed here.
    if (!found) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}
