import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';

/** A browser, and what has to be in its environment for it to start. */
interface Chromium {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers often have a small /dev/shm, and a page that outgrows it crashes.
  '--disable-dev-shm-usage',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export interface TestBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** A headless Chromium with a profile of its own: CHROMIUM_PATH, else an installed one, else the one that npm brought. */
export async function openBrowser(viewport = { width: 1440, height: 900 }): Promise<TestBrowser> {
  const { path, env } = findChromium();
  const profile = mkdtempSync(join(tmpdir(), 'coinwarden-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: true,
    args: FLAGS,
    viewport,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

export function findChromium(): Chromium {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist`);
    return { path: given, env: {} };
  }
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((dir) => NAMES.map((n) => join(dir, n)));
  const installed = onPath.find((path) => existsSync(path));
  return installed ? { path: installed, env: {} } : bundledChromium();
}

/** Unpacks the browser inside `@sparticuz/chromium`, once, with the system libraries that it carries along. */
function bundledChromium(): Chromium {
  const packageDir = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
  const dir = join(cache, `chromium-${version}`);
  if (!existsSync(dir)) unpack(packageDir, dir);
  const path = join(dir, 'chromium');
  const env: Record<string, string> = {};
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = join(dir, 'fonts.conf');
  if (!starts(path)) env['LD_LIBRARY_PATH'] = join(dir, 'al2023', 'lib');
  return { path, env };
}

/**
 * The package unpacks to the temporary directory, under fixed names that users and versions would share, and its system
 * libraries only where it takes the machine for a cloud function; so it runs apart, with both set to our liking.
 */
function unpack(packageDir: string, dir: string): void {
  const unfinished = `${dir}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const module = new URL('build/esm/index.js', `file://${packageDir}/`).href;
  const script = `const { default: chromium } = await import('${module}'); await chromium.executablePath();`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  chmodSync(join(unfinished, 'chromium'), 0o755);
  const fonts = `<dir>${join(dir, 'fonts')}</dir><cachedir prefix="xdg">fontconfig</cachedir>`;
  writeFileSync(join(unfinished, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>`);
  if (existsSync(dir)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, dir);
}

function starts(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
