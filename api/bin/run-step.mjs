import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a program in the foreground at the root of the repository; answers its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
  if (result.error) fail(`Cannot run ${command} (${result.error.message}).`);
  // A signal that reached the program was meant for us as well.
  if (result.signal) process.kill(process.pid, result.signal);
  return result.status;
}

export function fail(line) {
  console.error(line);
  process.exit(1);
}
