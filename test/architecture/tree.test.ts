import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const NOT_OURS = new Set([
  '.git',
  'node_modules',
  'dist',
  '.data',
  '.cache',
  'coverage',
  'bench-results.json',
]);

function filesBelow(path = ''): string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name) || /\.(log|tsbuildinfo)$/.test(entry.name)) return [];
    const inside = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(inside) : [inside];
  });
}

describe('the tree', () => {
  const files = filesBelow();
  const code = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path));

  it('has the top level that the documentation describes', () => {
    const top = new Set(files.map((path) => path.split('/')[0]!).filter((name) => !name.startsWith('.')));
    expect([...top].sort()).toEqual(
      [
        'CHANGELOG.md',
        'Dockerfile',
        'LICENSE',
        'README.md',
        'admin-ui',
        'api',
        'biome.json',
        'docker-compose.yml',
        'docs',
        'jest.config.mjs',
        'libs',
        'nest-cli.json',
        'package-lock.json',
        'package.json',
        'test',
        'tsconfig.json',
      ].sort(),
    );
  });

  it('keeps files short enough to read in one sitting', () => {
    // Tests may be longer: a table of cases is read by its row.
    const longestLines = (path: string) => (path.startsWith('test/') ? 500 : 250);
    // Migrations are read once, from top to bottom; catalogues of texts, starter data and the list of what a
    // library exports are tables, not code.
    const table =
      /^api\/migrations\/|^libs\/[a-z]+\/src\/index\.ts$|\/i18n\/|\/data\/|\/starter[^/]*\/|\.data\.ts$/;
    const long = code
      .filter((path) => !table.test(path))
      .map((path) => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > longestLines(path));
    expect(long).toEqual([]);
  });

  it('names files in kebab-case, components of the console in PascalCase', () => {
    const word = '[a-z0-9]+(-[a-z0-9]+)*';
    const kebab = new RegExp(`^${word}(\\.${word})*\\.(ts|tsx|mjs)$`);
    const pascal = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
    const odd = code.filter((path) => {
      const name = basename(path).replace(/^\./, '');
      return (
        !kebab.test(name) && !(path.startsWith('admin-ui/') && (pascal.test(name) || /^use[A-Z]/.test(name)))
      );
    });
    expect(odd).toEqual([]);
  });

  it('has no drawer for what nobody named', () => {
    const drawer = /^(utils?|helpers?|common|manager|base|misc)$/;
    const found = code.filter((path) => {
      const words = `${dirname(path)}/${basename(path)}`.split('/').flatMap((part) => part.split('.'));
      return words.some((word) => drawer.test(word));
    });
    expect(found).toEqual([]);
  });

  it('exports by name, except where a tool or a lazily loaded page asks for a default', () => {
    const exempt = /^admin-ui\/|(^|\/)(jest\.config|\.dependency-cruiser|global-(setup|teardown))\.mjs$/;
    const found = code.filter(
      (path) => !exempt.test(path) && /^export default/m.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
