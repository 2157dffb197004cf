import type { DecisionAnswer } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, purchaseOf, startEconomy } from '../support/economy.js';
import { eventually } from '../support/eventually.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let admin: TestStaff;
let buyer: string;
let approved: DecisionAnswer;
let declined: DecisionAnswer;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole() });
  admin = await economy.signIn('admin');
  buyer = await economy.account({ displayName: 'Mira Sol' });
  approved = await economy.buy(buyer);
  declined = await economy.submit({ ...purchaseOf(buyer), money: { amountMinor: 1, currency: 'USD' } });
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
});
afterAll(async () => {
  await browser?.close();
  await economy?.close();
});

it('refuses a wrong password in words, and lets the right one in', async () => {
  const { page } = console;
  await console.open('/login');
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: 'is not right' }).waitFor();
  await console.signIn(admin);
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
});

it('counts what was decided on the dashboard', async () => {
  const { page } = console;
  await console.open('/');
  const decided = page.getByRole('region', { name: 'Decided', exact: true });
  await shows(decided, /^Decided2/);
  await page.getByRole('img').or(page.locator('.recharts-surface')).first().waitFor();
});

it('explains a decision: reason, values, limits, journal and provenance', async () => {
  const { page } = console;
  await console.open('/transactions');
  await page.getByRole('row').filter({ hasText: 'Declined' }).getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Why it was decided so' }).waitFor();
  const reasons = page.getByRole('region', { name: 'Why it was decided so' });
  await shows(reasons, /The amount is not the price of the package/);
  await shows(reasons, /paid \$0\.01.*price \$9\.99/s);
  expect(page.url()).toContain(declined.transactionId);

  await console.open(`/transactions/${approved.transactionId}/show`);
  await shows(page.getByRole('region', { name: 'Journal' }), /Purchase credited.*\+700 coins/s);
  await shows(page.getByRole('region', { name: 'Provenance' }), /Granted.*Paid coins.*700 coins/s);
  await shows(page.getByRole('region', { name: 'Spending limits' }), /\$9\.99 of/);
  await shows(page.getByRole('region', { name: 'Wallet after the decision' }), /700 coins/);
});

it('finds an account and shows its wallet and history', async () => {
  const { page } = console;
  await console.open('/accounts');
  await page.getByRole('textbox', { name: /Account id/ }).fill('Mira');
  await page.getByRole('link', { name: buyer }).click();
  await page.getByRole('heading', { level: 1, name: 'Mira Sol' }).waitFor();
  await shows(page.getByRole('region', { name: 'Wallet' }), /Coins available700 coins/);
  await shows(page.getByRole('region', { name: 'Latest', exact: true }), /Purchase.*declined/is);
});

it('shows a list whole on a phone: what has no column there stands under the first value', async () => {
  const { page } = console;
  await page.setViewportSize({ width: 390, height: 800 });
  await console.open('/transactions');
  const row = page.getByRole('row').filter({ hasText: 'Declined' });
  await row.getByText('Kind', { exact: true }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Kind' }).count()).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('columnheader', { name: 'Kind' }).waitFor();
  expect(await row.getByText('Kind', { exact: true }).count()).toBe(0);
});

it('opens every page of the navigation without a complaint', async () => {
  const { page } = console;
  await console.open('/');
  const links = page.getByRole('navigation').getByRole('link');
  await links.nth(10).waitFor();
  const names = await links.allInnerTexts();
  expect(names).toContain('Audit log');
  for (const name of names) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    expect([name, await page.getByRole('alert').allInnerTexts()]).toEqual([name, []]);
  }
  expect(console.complaints).toEqual([]);
});

it('speaks the other language after one click, and remembers it', async () => {
  const { page } = console;
  await console.open('/transactions');
  await page.getByTestId('locale-switch').click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { level: 1, name: 'Transaktionen' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Transaktionen' }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('de');
  await page.getByTestId('locale-switch').click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Transactions' }).waitFor();
});

it('turns dark, and stays dark when the person signs out and in again', async () => {
  const { page } = console;
  const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const light = await ground();
  await page.getByTestId('theme-switch').click();
  await eventually(async () => expect(await ground()).not.toBe(light));
  const dark = await ground();
  await console.signOut();
  await console.signIn(admin);
  expect(await ground()).toBe(dark);
  expect(console.complaints).toEqual([]);
});

it('starts support agents where customers are found, with nothing they may not open', async () => {
  const { page } = console;
  await console.signOut();
  await console.signIn(await economy.signIn('support_agent'));
  await console.open('/');
  await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
  const names = await page.getByRole('navigation').getByRole('link').allInnerTexts();
  expect(names).not.toContain('Dashboard');
  expect(names).not.toContain('Staff');
  await console.open('/staff');
  await page.getByText('Not for your role').waitFor();
});

it('says so when the connection is lost', async () => {
  const { page } = console;
  await browser.context.setOffline(true);
  await page.getByRole('status').filter({ hasText: 'You are offline' }).waitFor();
  await browser.context.setOffline(false);
  await page.getByText('You are offline').waitFor({ state: 'hidden' });
});

async function shows(locator: ReturnType<ConsolePage['page']['locator']>, pattern: RegExp): Promise<void> {
  await locator.filter({ hasText: pattern }).waitFor();
}
