import type { DecisionAnswer } from '@coinwarden/contracts';
import { DAY } from '@coinwarden/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, judgeBy, startEconomy } from '../support/economy.js';
import { bought, claimOf, type Purchase, passTime, settle } from '../support/money-back.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let [buyer, other, creator] = ['', '', ''];
let purchase: Purchase;
let disputed: Purchase;
let gift: DecisionAnswer;
let withdrawal: DecisionAnswer;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole() });
  await judgeBy(economy, []);
  [buyer, other] = [await economy.account(), await economy.account()];
  creator = await economy.account({ creator: true });
  purchase = await bought(economy, buyer);
  disputed = await bought(economy, other);
  gift = await economy.gift(buyer, creator, { quantity: 250 });
  await economy.gift(other, creator, { quantity: 90 });
  passTime(economy, 31 * DAY);
  withdrawal = await economy.submit({
    kind: 'withdrawal',
    accountId: creator,
    diamonds: 300,
    payout: { method: 'paypal', destination: 'creator@example.com' },
  });
  await settle(economy, disputed, claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n }));
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(await economy.signIn('dispute_analyst'));
});
afterAll(async () => {
  await browser?.close();
  await economy?.close();
});

const pane = (name: string) => console.page.getByRole('region', { name });
const shows = (name: string, pattern: RegExp) => pane(name).filter({ hasText: pattern }).waitFor();
const openTransaction = (id: string) => console.open(`/transactions/${id}/show`);

it('draws what became of a purchase, says it in figures, and leads to the creator', async () => {
  const { page } = console;
  await openTransaction(purchase.purchaseId);
  await shows('Provenance', /Granted.*Paid coins.*700 coins/s);
  const picture = pane('Provenance').getByRole('group', { name: 'Where it went' });
  await picture.getByText('↗ Withdrawn').waitFor();
  await shows('Provenance', /Unspent450 coins64\.3%/);
  await shows('Provenance', /Gifts › Withdrawn250 diamonds100%/);
  await pane('Provenance').getByRole('tab', { name: '1 gift' }).click();
  await shows('Provenance', /250250250 Withdrawn/);
  await picture.getByRole('link', { name: `${creator}: 250 coins` }).click();
  await page.getByRole('heading', { level: 2, name: creator }).waitFor();
});

it('names every purchase behind a withdrawal, the disputed one first, and opens it by keyboard', async () => {
  const { page } = console;
  await openTransaction(withdrawal.transactionId);
  const first = pane('Provenance').getByRole('tabpanel').getByRole('row').nth(1);
  await first.filter({ hasText: /Disputed.*50 diamonds.*Lost to disputes \$9\.99/s }).waitFor();
  const node = pane('Provenance').getByRole('link', { name: 'Purchase $9.99, Disputed: 50 diamonds' });
  await node.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(disputed.purchaseId));
  await shows('Provenance', /Lost to disputes \$9\.99/);
});

it('looks behind the diamonds of an account', async () => {
  await console.open(`/accounts/${creator}/show?tab=coins`);
  await shows('Behind the diamonds', /40 diamonds/);
  await pane('Behind the diamonds').getByRole('tab', { name: 'In figures' }).click();
  await shows('Behind the diamonds', /Bought › Disputed40 diamonds100%/);
});

it('shows a gift both ways', async () => {
  await openTransaction(gift.transactionId);
  await shows('Provenance', /1 purchase/);
  await pane('Provenance').getByRole('button', { name: 'Where it went' }).click();
  await shows('Provenance', /Gifts250 coins100%/);
});

it('fits a narrow window in German and in the dark, without a complaint', async () => {
  const { page } = console;
  await page.setViewportSize({ width: 900, height: 900 });
  await page.getByTestId('locale-switch').click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await page.getByTestId('theme-switch').click();
  await openTransaction(withdrawal.transactionId);
  await shows('Herkunft und Verbleib', /Rückgebucht.*50 Diamanten/s);
  const tooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
  expect(tooWide).toBe(false);
  expect(console.complaints).toEqual([]);
});
