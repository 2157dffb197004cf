import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: process.env['CONSOLE_DIST'] ?? builtConsole(), jobs: false });
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
});
afterAll(async () => {
  expect(console?.complaints).toEqual([]);
  await browser?.close();
  await economy?.close();
});

it('keeps the filters of a list under a name, for others too, and gives what they find as a file', async () => {
  const { page } = console;
  const french = await economy.account({ country: 'FR', displayName: 'Amélie' });
  await economy.account({ country: 'US', displayName: 'Ada' });
  await console.signIn(await economy.signIn('ts_lead'));
  await console.open(`/accounts?filter=${encodeURIComponent(JSON.stringify({ country: 'FR' }))}`);
  await page.getByText('Amélie').first().waitFor();

  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('French');
  await dialog.getByLabel('Show it to everybody who sees this list').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(french);
  await dialog.waitFor({ state: 'detached' });

  await console.signOut();
  await console.signIn(await economy.signIn('support_agent'));
  await console.open('/accounts');
  await page.getByText('Ada', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: /French/ }).click();
  await page.getByText('Ada', { exact: true }).first().waitFor({ state: 'detached' });
  await page.reload();
  await page.getByText('Amélie').first().waitFor();
  expect(await page.getByText('Ada', { exact: true }).count()).toBe(0);
});
