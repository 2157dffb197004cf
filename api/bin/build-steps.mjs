import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ROOT, run } from './run-step.mjs';
import { buildIfStale } from './staleness.mjs';

const LIBRARIES = ['libs/domain', 'libs/contracts', 'libs/client', 'libs/simulator'];
const SHARED = ['package-lock.json', 'tsconfig.json', ...LIBRARIES];

/** Compiles the libraries and the server. */
export function ensureServerBuilt() {
  buildIfStale({
    stamp: 'api/dist/.stamp',
    sources: [...SHARED, 'api'],
    outputs: [...LIBRARIES.map((path) => `${path}/dist/index.js`), 'api/dist/src/main.js'],
    build: ({ complete }) => compile('api', 'the server', complete),
  });
}

/** Bundles the console. */
export function ensureConsoleBuilt() {
  ensureServerBuilt();
  buildIfStale({
    stamp: 'admin-ui/dist/.stamp',
    sources: [...SHARED, 'admin-ui'],
    outputs: ['admin-ui/dist/index.html'],
    build: () => {
      console.log('Building the console…');
      const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
      const args = [vite, 'build', '--logLevel', 'warn'];
      if (run(process.execPath, args, { cwd: join(ROOT, 'admin-ui') }) !== 0)
        fail('Building the console failed (see above).');
    },
  });
}

/** Compiles the tests and the benchmark on top of the server. */
export function ensureTestsBuilt() {
  ensureServerBuilt();
  buildIfStale({
    stamp: 'test/dist/.stamp',
    sources: [...SHARED, 'api', 'test'],
    outputs: ['test/dist/bench/run.js'],
    build: ({ complete }) => compile('test', 'the benchmark', complete),
  });
}

function compile(project, what, complete) {
  console.log(`Compiling ${what}…`);
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  if (!existsSync(tsc)) fail('TypeScript is missing: run "npm ci" and try again.');
  // The compiler remembers what it emitted and would not miss a deleted output.
  const args = [tsc, '-b', project, ...(complete ? [] : ['--force'])];
  if (run(process.execPath, args) !== 0) fail(`Compiling ${what} failed (see above).`);
}
