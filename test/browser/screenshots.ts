import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { openConsole } from './console-page.js';

/*
 * Pictures of the console's main pages, to look at by eye: both themes, a wide and a narrow window.
 *
 *   npm start                                                      (in another terminal)
 *   npx tsc -b && node test/dist/browser/screenshots.js .data/demo.json /tmp/console [role]
 */
const PAGES = [
  '/',
  '/review',
  '/transactions',
  '/accounts',
  '/disputes',
  '/fraud-warnings',
  '/packages',
  '/price-points',
  '/promotions',
  '/gifts',
  '/rulesets',
  '/rulesets/1/show',
  '/lists',
  '/limit-policies',
  '/webhooks',
  '/staff',
  '/roles',
  '/api-keys',
  '/audit',
];
const nameOf = (path: string) => path.slice(1).replace(/\/[^/]+\/show$/, '-page') || 'dashboard';
const WIDTHS = [1440, 900];
const HEIGHT = 900;

interface Demo {
  url: string;
  staff: { email: string; password: string; role: string }[];
}

const [demoFile = '.data/demo.json', outDir = 'console-pictures', role = 'admin'] = process.argv.slice(2);
const demo = JSON.parse(readFileSync(demoFile, 'utf8')) as Demo;
const staff = demo.staff.find((person) => person.role === role);
if (!staff) throw new Error(`${demoFile} has no sign-in for the role ${role}`);
mkdirSync(outDir, { recursive: true });

const browser = await openBrowser();
const { page, open, signIn, complaints } = await openConsole(browser.context, new URL(demo.url).origin);
await open('/login');
await picture(page, 'sign-in');
await signIn(staff);
for (const theme of ['light', 'dark']) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    const pages = [...PAGES, await firstOf('/transactions', 'review'), await firstOf('/accounts', '')];
    for (const path of pages) {
      await open(path);
      await settled(page);
      await picture(page, `${nameOf(path)}-${theme}-${width}`);
    }
  }
  await page.getByTestId('theme-switch').click();
}
await browser.close();
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);

/** The page of the first record of a list, of one with this outcome if it is given. */
async function firstOf(list: string, outcome: string): Promise<string> {
  const filter = outcome ? `?filter=${encodeURIComponent(JSON.stringify({ outcome }))}` : '';
  await open(list + filter);
  const link = page.locator(`tbody a[href*="${list}/"]`).first();
  return (await link.getAttribute('href'))!.replace('#', '');
}

async function settled(of: Page): Promise<void> {
  await of.waitForLoadState('networkidle');
  await of.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' });
}

async function picture(of: Page, name: string): Promise<void> {
  await settled(of);
  await of.screenshot({ path: join(outDir, `${name}.png`) });
}
