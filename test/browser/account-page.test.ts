import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let agent: TestStaff;
let customer: string;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole() });
  agent = await economy.signIn('support_agent');
  customer = await economy.account({ displayName: 'Mara Quinn', email: 'mara.quinn@example.com' });
  await economy.buy(customer);
  const device = { id: 'phone-of-mara', ip: '198.51.100.9' };
  await economy.asPlatform
    .post('/v1/events')
    .send({ type: 'sign_in', accountId: customer, device })
    .expect(201);
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(agent);
});
afterAll(async () => {
  await browser?.close();
  await economy?.close();
});

const pane = (name: string) => console.page.getByRole('region', { name, exact: true });
const tab = (name: string) => console.page.getByRole('tab', { name, exact: true });
const events = (kind: string) => console.page.locator(`[data-timeline-event="${kind}"]`);

it('opens a customer with one request, and the tabs by keyboard', async () => {
  const { page } = console;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/staff/accounts/')) asked.push(new URL(request.url()).pathname);
  });
  await console.open(`/accounts/${customer}/show`);
  await pane('Wallet').getByText('700 coins').first().waitFor();
  expect(asked[0]).toBe(`/staff/accounts/${customer}/summary`);
  await pane('Paid so far').getByText('$9.99').first().waitFor();
  await page.keyboard.press('2');
  await tab('Purchases').and(page.locator('[aria-selected="true"]')).waitFor();
  await pane('Purchases').getByText('stripe', { exact: false }).first().waitFor();
  await page.keyboard.press('0');
  await tab('Timeline').and(page.locator('[aria-selected="true"]')).waitFor();
  expect(page.url()).toContain('tab=timeline');
  await page.goBack();
  await tab('Purchases').and(page.locator('[aria-selected="true"]')).waitFor();
});

it('writes a note by keyboard, takes it back, and thinks better of it', async () => {
  const { page } = console;
  await page.keyboard.press('m');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('Prefers to be called in the evening.');
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('listitem').filter({ hasText: 'called in the evening' });
  await note.waitFor();
  await note.getByRole('button', { name: 'Take back' }).click();
  await note.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await note.waitFor();
  await note.getByRole('button', { name: 'Pin', exact: true }).click();
  await note.getByRole('button', { name: 'Unpin' }).waitFor();
  await tab('Overview').click();
  await pane('Notes').getByText('Prefers to be called in the evening.').waitFor();
});

it('narrows the timeline, and walks through it by keyboard', async () => {
  const { page } = console;
  await tab('Timeline').click();
  await events('transaction').first().waitFor();
  await events('note').first().waitFor();
  await page.getByRole('button', { name: 'Sign-ins' }).click();
  await events('security').first().waitFor();
  await events('transaction').first().waitFor({ state: 'hidden' });
  expect(page.url()).toContain('kinds=security');
  await page.getByRole('button', { name: 'Show all' }).click();
  await events('transaction').first().waitFor();
  await page.getByText('Not shown to your role', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Lists' }).count()).toBe(0);
  await page.keyboard.press('j');
  await page.locator('[data-timeline-event="note"]:focus').waitFor();
});

it('reveals the e-mail address by a click, and the audit log knows', async () => {
  const { page } = console;
  await tab('Overview').click();
  await page.getByText('m•••@example.com').waitFor();
  expect(await page.content()).not.toContain('mara.quinn@example.com');
  await page.getByRole('button', { name: 'Reveal the e-mail address' }).click();
  await page.getByText('mara.quinn@example.com').waitFor();
  const [entry] = await economy.db.query<{ actor_id: string; details: { detail: string } }>(
    "SELECT actor_id, details FROM audit_log WHERE action = 'pii.revealed' AND subject_id = $1",
    [customer],
  );
  expect(entry).toEqual({ actor_id: agent.id, details: { detail: 'email' } });
  await page.getByRole('button', { name: 'Hide the e-mail address' }).click();
  await page.getByText('m•••@example.com').waitFor();
});

it('keeps what the role may not reveal masked for good', async () => {
  const { page } = console;
  await tab('Security').click();
  await page.getByText('198.51.•••').first().waitFor();
  expect(await page.getByRole('button', { name: /^Reveal/ }).count()).toBe(0);
});

it('puts the customer before reviewers, and begins a refund', async () => {
  const { page } = console;
  await page.getByRole('button', { name: 'Report' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('A caller who could not name the last purchase');
  await dialog.getByRole('button', { name: 'Report' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: '1 open case' }).click();
  await pane('Cases').getByText('A colleague noticed something.').waitFor();
  await tab('Purchases').click();
  await pane('Purchases')
    .getByRole('link', { name: /^Refund .* for \$9\.99$/ })
    .click();
  await page.waitForURL(/refunds\/new\?purchaseId=/);
  await page.getByRole('radio', { name: 'Paid twice for the same' }).waitFor();
});

it('fits a phone in German and in the dark, without a complaint', async () => {
  const { page } = console;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId('locale-switch').click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await page.getByTestId('theme-switch').click();
  for (const name of [
    'overview',
    'purchases',
    'coins',
    'limits',
    'money-back',
    'cases',
    'security',
    'notes',
    'timeline',
  ]) {
    await console.open(`/accounts/${customer}/show?tab=${name}`);
    await page.locator(`#account-tab-${name}[aria-selected="true"]`).waitFor();
    await page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' });
    const tooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
    expect([name, tooWide]).toEqual([name, false]);
  }
  expect(console.complaints).toEqual([]);
});
