import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { workOffBacktests } from '../../api/src/backtests/backtests.public.js';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, judgeBy, startEconomy } from '../support/economy.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ consoleDir: process.env['CONSOLE_DIST'] ?? builtConsole(), jobs: false });
  await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
  lead = await economy.signIn('ts_lead');
  const account = await economy.account();
  for (let i = 0; i < 3; i++) await economy.buy(account);
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
});
afterAll(async () => {
  expect(console?.complaints).toEqual([]);
  await browser?.close();
  await economy?.close();
});

const workOff = () =>
  workOffBacktests({ databaseUrl: economy.databaseUrl, stop: new AbortController().signal });

it('lets a lead write a rule, see where it is wrong, try it on history and look at what it would have stopped', async () => {
  const { page } = console;
  await console.signIn(lead);
  await console.open('/backtests');
  await page.getByRole('link', { name: 'New backtest' }).first().click();
  await page.getByLabel('Name').fill('Dear purchases');
  await page.getByRole('button', { name: 'One rule' }).click();
  await page.getByRole('textbox', { name: 'Key' }).fill('dear-purchases');
  await page.getByRole('textbox', { name: 'Condition' }).fill('tx.amount > 500');
  await page.getByRole('button', { name: 'Start backtest' }).click();
  await page.getByText('(at 3–9)').waitFor();

  await page.getByRole('textbox', { name: 'Condition' }).fill('tx.amountUsdMinor >= 500');
  await page.getByLabel('Effect').click();
  await page.getByRole('option', { name: 'Decline', exact: true }).click();
  await page.getByRole('button', { name: 'Start backtest' }).click();
  await page.getByText('Waits for the one before it').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).waitFor();

  await workOff();
  await page
    .getByRole('region', { name: 'Would end otherwise', exact: true })
    .getByText('3', { exact: true })
    .waitFor();
  await page.getByRole('table', { name: 'Rules', exact: true }).getByText('dear-purchases').waitFor();
  await page.getByRole('table', { name: 'Examples', exact: true }).getByRole('link').first().click();
  await page.waitForURL(/transactions/);
});

it('lets a lead cancel one that waits', async () => {
  const { page } = console;
  await console.open('/backtests/new');
  await page.getByLabel('Name').fill('Not this one');
  await page.getByLabel('Ruleset version').click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Start backtest' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).last().click();
  await page.getByText('The backtest is cancelled').waitFor();
  await page.getByText('Cancelled', { exact: true }).first().waitFor();
});

it('shows how the live rules fare', async () => {
  const { page } = console;
  await console.open('/rule-health');
  await page.getByRole('button', { name: 'test-purchase' }).click();
  await page.getByRole('region', { name: 'test-purchase' }).waitFor();
  await page.getByText('No backtest has tried its numbers yet', { exact: false }).waitFor();
});
