import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './run-step.mjs';

const SKIPPED = new Set(['node_modules', 'dist', '.data', '.cache']);

/** A digest of the names, sizes and modification times of all files below `paths`. */
function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  const visit = (path) => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    const stat = statSync(full);
    if (stat.isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!SKIPPED.has(name)) visit(join(path, name));
    } else if (!path.endsWith('.tsbuildinfo')) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\0`);
    }
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

/** Runs `build` unless `sources` are as they were when it last succeeded and its `outputs` are there. */
export function buildIfStale({ stamp, sources, outputs, build }) {
  const file = join(ROOT, stamp);
  const now = fingerprint(sources);
  const last = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const complete = outputs.every((path) => existsSync(join(ROOT, path)));
  if (last === now && complete) return;
  build({ complete });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, now);
}
