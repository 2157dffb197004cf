/** Who may import whom. The names of the rules are what a violation prints, so each comment says what to do instead. */

const FEATURE = '^api/src/(?!platform/)([^/]+)/';
const NPM = '^node_modules/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or share a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The domain imports nothing but itself, its rule language, time zones and the public suffix list: hand it what it needs.',
      severity: 'error',
      from: { path: '^libs/domain/src/' },
      to: {
        pathNot: [
          '^libs/domain/src/',
          `${NPM}@marcbachmann/cel-js/`,
          `${NPM}(temporal-polyfill|temporal-spec|temporal-utils)/`,
          // Which part of a host somebody registered is a list of thousands of endings that changes every month.
          `${NPM}(tldts|tldts-core)/`,
        ],
      },
    },
    {
      name: 'contracts-know-domain-and-zod',
      comment: 'Contracts are shared with integrators and the console: only the domain and zod.',
      severity: 'error',
      from: { path: '^libs/contracts/src/' },
      to: { pathNot: ['^libs/contracts/src/', '^libs/domain/src/index', `${NPM}zod/`] },
    },
    {
      name: 'simulator-knows-domain-and-contracts',
      comment: 'The simulator is pure too: whoever runs it gives it clock, seed and transport.',
      severity: 'error',
      from: { path: '^libs/simulator/src/' },
      to: { pathNot: ['^libs/simulator/src/', '^libs/(domain|contracts)/src/index'] },
    },
    {
      name: 'client-knows-contracts',
      comment: 'Integrators install it alone: what it needs is the contract and how webhooks are signed.',
      severity: 'error',
      from: { path: '^libs/client/src/' },
      to: {
        pathNot: [
          '^libs/client/src/',
          '^libs/contracts/src/index',
          `${NPM}(standardwebhooks|@stablelib|fast-sha256)/`,
        ],
      },
    },
    {
      name: 'features-meet-through-public-files',
      comment:
        "Another feature is reached through its <feature>.public.ts (or, from a replay of history, its <feature>.history.public.ts); what is not there is that feature's own.",
      severity: 'error',
      // The command line is a composition root of its own, like main.ts and worker.ts.
      from: { path: FEATURE, pathNot: '^api/src/cli/' },
      to: { path: FEATURE, pathNot: ['^api/src/$1/', '^api/src/([^/]+)/\\1(\\.history)?\\.public\\.ts$'] },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'The platform offers an interface; the feature implements it.',
      severity: 'error',
      from: { path: '^api/src/platform/' },
      to: { path: ['^api/src/(?!platform/)'] },
    },
    {
      name: 'console-never-imports-api',
      comment: 'The console shares libs/contracts with the server and talks to it over HTTP.',
      severity: 'error',
      from: { path: '^admin-ui/' },
      to: { path: ['^api/', '^test/', '^libs/simulator/'] },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(api|libs)/' },
      to: { path: ['^test/', '^admin-ui/'] },
    },
    {
      name: 'libraries-by-name',
      comment: 'A library is imported by its name, never by a path into it.',
      severity: 'error',
      from: { path: '^(api|admin-ui|test)/' },
      to: { path: '^libs/', pathNot: '^libs/(domain|contracts|client|simulator)/src/index\\.ts$' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependencies',
      comment: 'A package that is used is listed in the package.json of its workspace.',
      severity: 'error',
      from: { path: '^(api/src|api/migrations|admin-ui/src|libs)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '\\.data/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
