import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { TestApp } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { startDemoEconomy } from '../support/demo-economy.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

/** WCAG 2.2 at level AA, as far as a program can tell. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SETTLE_MS = 300;

let economy: TestApp;
let browser: TestBrowser;
let console: ConsolePage;
/** Every page of the navigation, and the first record of every list. */
let paths: string[];

beforeAll(async () => {
  economy = await startDemoEconomy(
    { accounts: 300, transactions: 3_000, days: 20 },
    { consoleDir: process.env['CONSOLE_DIST'] ?? builtConsole() },
  );
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(await economy.signIn('admin'));
  paths = await pathsOf(console);
});
afterAll(async () => {
  await browser?.close();
  await economy?.close();
});

async function settled({ page }: ConsolePage): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page
    .locator('[role="progressbar"], .app-loader, .MuiSkeleton-root')
    .first()
    .waitFor({ state: 'detached' });
  await page.waitForTimeout(SETTLE_MS);
}

async function pathsOf(shown: ConsolePage): Promise<string[]> {
  const { page } = shown;
  const hrefs = async (scope: string): Promise<string[]> => {
    const links = await page.locator(`${scope} a[href^="#/"]`).all();
    return Promise.all(links.map(async (link) => (await link.getAttribute('href'))!.slice(1)));
  };
  await settled(shown);
  const pages = [...new Set(await hrefs('nav'))];
  const records: string[] = [];
  for (const path of pages) {
    await shown.open(path);
    await settled(shown);
    const first = (await hrefs('main table tbody')).find((href) => !href.includes('?'));
    if (first !== undefined) records.push(first);
  }
  return [...new Set([...pages, ...records, '/promotions/create'])];
}

async function violationsOf(shown: ConsolePage): Promise<string[]> {
  const { page } = shown;
  await page.evaluate(AXE);
  const options = { runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}  ${node.html.slice(0, 160)}`),
  );
}

it.each(['light', 'dark'] as const)('every page is accessible in the %s theme', async (theme) => {
  const { page } = console;
  if (theme === 'dark') await page.getByTestId('theme-switch').click();
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await console.open(path);
    await settled(console);
    const violations = await violationsOf(console);
    if (violations.length > 0) found[path] = violations;
  }
  expect(paths.length).toBeGreaterThan(40);
  expect(found).toEqual({});
});
