import './node-version.mjs';

// Runs one command of the product: node api/bin/run.mjs verify|import|simulate|staff|api-key|bench|train-content|pictures [arguments]
const { fileURLToPath } = await import('node:url');
const { existsSync } = await import('node:fs');
const { ensureInstalled } = await import('./install.mjs');
const { ensureServerBuilt, ensureTestsBuilt } = await import('./build-steps.mjs');
const { fail } = await import('./run-step.mjs');

const [name, ...args] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name ?? '')) fail('Usage: node api/bin/run.mjs <command> [arguments]');

ensureInstalled();
const IN_TESTS = {
  bench: 'bench/run.js',
  'evaluate-links': 'evaluate/links/run.js',
  'evaluate-patterns': 'evaluate/patterns/run.js',
  'train-content': 'content-model/run.js',
  pictures: 'browser/pictures.js',
};
if (name in IN_TESTS) ensureTestsBuilt();
else ensureServerBuilt();

const program = new URL(
  name in IN_TESTS ? `../../test/dist/${IN_TESTS[name]}` : `../dist/src/cli/${name}.js`,
  import.meta.url,
);
if (!existsSync(program)) fail(`There is no command "${name}".`);
// The command sees its own arguments where it expects them, as if it had been started directly.
process.argv = [process.argv[0], fileURLToPath(program), ...args];
await import(program.href);
