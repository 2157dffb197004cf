import '../api/bin/node-version.mjs';

// node test/run.mjs         everything CI runs: format, lint, types, dependency rules, all tests
// node test/run.mjs check   the same with only the properties and the rules of the tree, for every commit
const { existsSync, mkdirSync, readFileSync, rmSync } = await import('node:fs');
const { join } = await import('node:path');
const { ensureInstalled } = await import('../api/bin/install.mjs');
const { ensureConsoleBuilt } = await import('../api/bin/build-steps.mjs');
const { ROOT, run } = await import('../api/bin/run-step.mjs');

const QUICK = ['test/properties', 'test/architecture'];
const quick = process.argv[2] === 'check';
const bin = (path, ...args) => [process.execPath, [join(ROOT, 'node_modules', path), ...args]];

ensureInstalled();

let failedChecks = 0;
check('format and lint', ...bin('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'));
check('types', ...bin('typescript/bin/tsc', '-b'));
check('types of the console', ...bin('typescript/bin/tsc', '-p', 'admin-ui'));
check(
  'dependency rules',
  ...bin('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs'),
  ...[['api/src', 'api/migrations', 'libs', 'admin-ui/src', 'test']],
);
if (!quick) ensureConsoleBuilt();

const results = runTests(quick ? QUICK : []);
console.log(`\n${results.passed} passed, ${results.failed + failedChecks} failed`);
process.exit(results.failed + failedChecks === 0 ? 0 : 1);

function check(name, command, args, more = []) {
  console.log(`\n── ${name}`);
  if (run(command, [...args, ...more]) === 0) return;
  failedChecks += 1;
  console.log(`✗ ${name}`);
}

function runTests(paths) {
  console.log('\n── tests');
  const output = join(ROOT, '.cache/jest-results.json');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(output, { force: true });
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--ci', '--json', `--outputFile=${output}`];
  const env = { ...process.env, COINWARDEN_BUILT: '1', NODE_ENV: 'test', NODE_OPTIONS: '' };
  const status = run(process.execPath, [...node, ...jest, ...paths], {
    env,
    // With --json the report also goes to standard output, which only the summary needs.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (!existsSync(output)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(output, 'utf8'));
  // A file that does not even load has no tests to count, and a run can fail outside of any test.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}
