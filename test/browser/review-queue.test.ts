import type { DecisionAnswer } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, judgeBy, startEconomy } from '../support/economy.js';
import { eventually } from '../support/eventually.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
const held: DecisionAnswer[] = [];

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole() });
  await judgeBy(economy, [{ kind: 'gift', effect: 'review' }]);
  const creator = await economy.account({ creator: true });
  for (let i = 0; i < 3; i++) {
    const fan = await economy.account();
    await economy.buy(fan);
    held.push(await economy.gift(fan, creator, { giftId: 'perfume' }));
  }
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
});
afterAll(async () => {
  await browser?.close();
  await economy?.close();
});

const statusOf = async (answer: DecisionAnswer | undefined) =>
  (await economy.asPlatform.get(`/v1/transactions/${answer!.transactionId}`).expect(200)).body.status;

it('works the queue by keyboard: a key selects or asks, only the dialog decides', async () => {
  expect(held.map((answer) => answer.outcome)).toEqual(['review', 'review', 'review']);
  const { page } = console;
  await console.signIn(await economy.signIn('ts_reviewer'));
  await console.open('/review');
  const rows = page.getByTestId('queue-row');
  const current = (n: number) => rows.nth(n).getAttribute('aria-current');
  await rows.nth(2).waitFor();
  expect(await current(0)).toBe('true');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await eventually(async () => expect([await current(0), await current(1)]).toEqual([null, 'true']));

  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Release this transaction?' });
  await dialog.getByText("The sender's coins are spent", { exact: false }).waitFor();
  expect(await statusOf(held[1])).toBe('held');
  await dialog.getByRole('textbox').fill('Confirmed by phone');
  await dialog.getByRole('button', { name: 'Release' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('2 transactions wait').waitFor();
  expect(await statusOf(held[1])).toBe('posted');
});

it('declines only with a reason', async () => {
  const { page } = console;
  await console.open(`/transactions/${held[0]!.transactionId}/show`);
  await page.getByRole('button', { name: 'Decline' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline this transaction?' });
  const confirm = dialog.getByRole('button', { name: 'Decline' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('Same device as a stolen card');
  await confirm.click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('region', { name: 'Hold' }).getByText('Declined').waitFor();
  expect(await page.getByRole('button', { name: 'Release' }).count()).toBe(0);
  expect(await statusOf(held[0])).toBe('declined');
});

it('says what happened when somebody else was faster', async () => {
  const { page } = console;
  await console.open('/review');
  await page.getByTestId('queue-row').first().waitFor();
  await page.keyboard.press('d');
  const other = await economy.signIn('ts_lead');
  await other.request
    .post(`/staff/transactions/${held[2]!.transactionId}/actions/release`)
    .send({ reason: 'Known customer' })
    .expect(200);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Too risky');
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await dialog.getByRole('alert').filter({ hasText: 'no longer held' }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await statusOf(held[2])).toBe('posted');
});

it('shows an auditor everything and offers nothing', async () => {
  const { page } = console;
  await judgeBy(economy, [{ kind: 'unlock', effect: 'review' }]);
  const fan = await economy.account();
  await economy.buy(fan);
  const waiting = await economy.submit({ kind: 'unlock', accountId: fan, contentId: 'video-1', coins: 5 });
  await console.signOut();
  await console.signIn(await economy.signIn('auditor'));
  await console.open(`/transactions/${waiting.transactionId}/show`);
  await page.getByRole('heading', { name: 'Rules that fired' }).waitFor();
  for (const name of ['Release', 'Decline']) {
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  }
  await page.keyboard.press('r');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await console.open(`/accounts/${fan}/show`);
  await page.getByRole('region', { name: 'Wallet' }).waitFor();
  expect(await page.getByRole('button', { name: /Restrict|Suspend/ }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Flagged transactions' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Audit log' }).count()).toBe(1);
});
