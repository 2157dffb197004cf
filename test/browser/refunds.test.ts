import type { StaffRefund } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WorkOffBulk } from '../../api/src/refunds/refunds.public.js';
import { ask, type Bought, buy, workOff } from '../api/refunds/refund-desk.js';
import { RefundProvider } from '../api/refunds/refund-provider.js';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { eventually } from '../support/eventually.js';
import { expectSoundLedger } from '../support/ledger.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let provider: RefundProvider;
let browser: TestBrowser;
let console: ConsolePage;
let agent: TestStaff;
let lead: TestStaff;
let creator: string;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: process.env['CONSOLE_DIST'] ?? builtConsole(), jobs: false });
  provider = new RefundProvider(economy);
  agent = await economy.signIn('support_agent');
  lead = await economy.signIn('admin');
  creator = await economy.account({ creator: true });
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
});
afterAll(async () => {
  expect(console?.complaints).toEqual([]);
  await browser?.close();
  await economy?.close();
});

/** A purchase of an account too young for anybody to refund it alone, once its coins are given away. */
async function beyondPolicy(displayName: string): Promise<Bought> {
  const buyer = await economy.account({ displayName });
  const purchase = await buy(economy, buyer);
  await economy.gift(buyer, creator, { giftId: 'perfume', quantity: 10 });
  await economy.db.query('UPDATE accounts SET created_at = now() WHERE account_id = $1', [buyer]);
  return purchase;
}

async function refundOf({ purchaseId }: Bought): Promise<StaffRefund> {
  const filter = JSON.stringify({ purchaseId });
  const answer = await lead.request.get('/staff/refunds').query({ filter }).expect(200);
  expect(answer.body).toHaveLength(1);
  return answer.body[0];
}

it('refunds a customer within policy by the keyboard alone, knowing beforehand who loses what', async () => {
  const { page } = console;
  const buyer = await economy.account({ displayName: 'Nora Lindqvist', email: 'nora@example.com' });
  const purchase = await buy(economy, buyer);
  await console.signIn(agent);
  await console.open('/refunds/new');
  await page.getByLabel('Account id, e-mail', { exact: false }).waitFor();
  await page.keyboard.type('nora@');
  await page.getByTestId('found-account').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const row = page.getByTestId('purchase-row');
  await row.getByText('Goes through at once').waitFor();
  const focused = page.locator('[data-testid="purchase-row"]:focus');
  await eventually(async () => expect(await focused.count()).toBe(1));
  await page.keyboard.press('Enter');
  const reasons = page.getByRole('radiogroup', { name: 'Reason' });
  await eventually(async () => expect(await reasons.locator('input:focus').count()).toBe(1));
  await page.keyboard.press('Space');
  const losses = page.getByRole('region', { name: 'Who loses what' });
  await losses.getByText('Unspent coins').waitFor();
  expect(await losses.getByText('700 coins').count()).toBeGreaterThan(0);
  await eventually(async () =>
    expect(await page.getByRole('button', { name: 'Refund $9.99' }).isEnabled()).toBe(true),
  );
  expect(await lead.request.get('/staff/refunds').then(({ body }) => body)).toEqual([]);

  await page.keyboard.press('Control+Enter');
  await page.getByText('the provider is told in a moment', { exact: false }).waitFor();
  expect(await refundOf(purchase)).toMatchObject({ status: 'approved', reason: 'accidental_purchase' });
  expect((await economy.wallet(buyer)).coins.available).toBe(0);
  await workOff(economy);
  expect(provider.paid(purchase.reference)).toBe(999n);
});

it('gives back a part, and takes exactly its coins', async () => {
  const { page } = console;
  const buyer = await economy.account();
  const purchase = await buy(economy, buyer);
  await console.open(`/accounts/${buyer}/show?tab=money-back`);
  await page
    .getByRole('region', { name: 'Refunds and disputes' })
    .getByRole('link', { name: 'Refund' })
    .click();
  await page.getByTestId('purchase-row').click();
  await page.getByRole('radio', { name: 'A part' }).click();
  const amount = page.getByRole('textbox', { name: 'Amount' });
  await amount.fill('12.345');
  await page.getByText('This is no amount in USD.').waitFor();
  await amount.fill('99,99');
  await page.getByText('That is more than is left to refund.').waitFor();
  await page.getByRole('radio', { name: 'Paid twice for the same' }).click();
  expect(await page.getByRole('button', { name: /^Refund \$/ }).isDisabled()).toBe(true);
  await amount.fill('3,33');
  await page.getByRole('region', { name: 'Who loses what' }).getByText('233 coins').first().waitFor();
  await page.getByRole('button', { name: 'Refund $3.33' }).click();
  await page.getByText('Approved', { exact: true }).waitFor();
  expect((await refundOf(purchase)).money.amountMinor).toBe(333);
  expect((await economy.wallet(buyer)).coins.available).toBe(700 - 233);
});

it('finds the older purchases of a customer who buys often', async () => {
  const { page } = console;
  const buyer = await economy.account();
  const oldest = await buy(economy, buyer);
  for (let i = 0; i < 8; i++) await buy(economy, buyer);
  await console.open(`/refunds/new?accountId=${buyer}`);
  await page.getByRole('button', { name: 'Older purchases' }).click();
  const rows = page.getByTestId('purchase-row');
  await eventually(async () => expect(await rows.count()).toBe(9));
  expect(await page.getByRole('button', { name: 'Older purchases' }).count()).toBe(0);
  await rows.last().click();
  await eventually(() => expect(page.url()).toContain(oldest.purchaseId));
});

it('stops an agent beyond the policy: it says so beforehand, and only asks', async () => {
  const { page } = console;
  const purchase = await beyondPolicy('Mara Quinn');
  await console.open(`/refunds/new?purchaseId=${purchase.purchaseId}`);
  await page.getByRole('radio', { name: 'Bought by a child without consent' }).click();
  const losses = page.getByRole('region', { name: 'Who loses what' });
  await losses.getByText('Needs a second person').waitFor();
  await losses.getByText('490 diamonds').waitFor();
  await page.getByRole('button', { name: 'Ask for approval of $9.99' }).click();
  await page.getByText('It waits for a second person.', { exact: false }).waitFor();
  expect((await refundOf(purchase)).status).toBe('pending_approval');
  expect((await economy.wallet(creator)).diamonds.held).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Open the refund' }).click();
  await page.getByText('somebody else approves it', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
});

it('lets nobody approve what they asked for themselves, whatever their role', async () => {
  const { page } = console;
  const purchase = await beyondPolicy('Jonas Berg');
  await economy.db.query("UPDATE accounts SET status = 'restricted' WHERE account_id = $1", [
    purchase.accountId,
  ]);
  const own = await ask(lead, { purchaseId: purchase.purchaseId, reason: 'duplicate' });
  expect(own.status).toBe('pending_approval');
  await console.signOut();
  await console.signIn(lead);
  await console.open(`/refunds/${own.id}/show`);
  await page.getByText('somebody else approves it', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await page.keyboard.press('a');
  expect(await page.getByRole('dialog').count()).toBe(0);
  const forced = await lead.request
    .post(`/staff/refunds/${own.id}/actions/approve`)
    .send({ previewHash: 'whatever' });
  expect([forced.status, forced.body.code]).toEqual([403, 'refund.self_approval']);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  const dialog = page.getByRole('dialog', { name: 'Withdraw this refund?' });
  await dialog.getByRole('textbox').fill('Asked for in error');
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await eventually(async () => expect((await refundOf(purchase)).status).toBe('cancelled'));
});

it('works the queue: a second person approves exactly what they saw', async () => {
  const { page } = console;
  await console.open('/refund-queue');
  const rows = page.getByRole('region', { name: 'Waits for approval' }).getByTestId('refund-row');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(1);
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Approve this refund?' });
  await dialog.getByText('490 diamonds').waitFor();

  // Meanwhile the buyer spends on.
  const [waiting] = (
    await lead.request.get('/staff/refunds').query({ filter: '{"status":"pending_approval"}' })
  ).body as StaffRefund[];
  await economy.gift(waiting!.accountId, creator, { giftId: 'perfume', quantity: 2 });
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByText('Things have moved since you looked', { exact: false }).waitFor();
  await dialog.getByText('588 diamonds').waitFor();
  expect((await lead.request.get(`/staff/refunds/${waiting!.id}`)).body.status).toBe('pending_approval');

  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await eventually(async () =>
    expect((await lead.request.get(`/staff/refunds/${waiting!.id}`)).body.status).toBe('approved'),
  );
  await console.open(`/refunds/${waiting!.id}/show`);
  const booked = page.getByRole('region', { name: 'What was taken back' });
  await booked.getByText('588 diamonds').waitFor();
});

it('refunds in bulk: tried out first, followed while it runs, each purchase with its result', async () => {
  const { page } = console;
  const stripe = await Promise.all([1, 2, 3].map(async () => buy(economy, await economy.account())));
  const apple = await buy(economy, await economy.account(), 'apple');
  await console.open('/refund-bulks/new');
  const lines = [
    'purchase,amount',
    ...[...stripe, apple, stripe[0]!].map((p) => `${p.purchaseId},9.99`),
    'gone',
  ];
  await page.getByRole('textbox', { name: 'Purchase ids' }).fill(lines.join('\n'));
  await page.getByText('4 purchase ids read', { exact: false }).waitFor();
  await page.getByText('Line 7: gone').waitFor();
  await page.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'Something did not work as sold' }).click();
  await page.getByRole('button', { name: 'Try out' }).click();
  const outcome = page.getByRole('region', { name: 'What would come of it' });
  await outcome.getByText('$29.97').waitFor();
  await outcome.getByText('3 of 4').waitFor();
  await outcome.getByRole('button', { name: 'Refund 3 purchases' }).click();
  await page.getByText('Running').waitFor();
  const id = /refund-bulks\/([^/]+)\/show/.exec(page.url())![1]!;
  await economy.app.get(WorkOffBulk, { strict: false }).run(id);
  await workOff(economy);
  await page.getByText('Worked off').waitFor();
  await page.getByText('reportaproblem.apple.com', { exact: false }).waitFor();
  for (const purchase of stripe) expect(provider.paid(purchase.reference)).toBe(999n);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect((await file).suggestedFilename()).toBe(`refund-bulk-${id}.csv`);
});

it('changes a policy with the difference in view, and shows at its field what does not fit', async () => {
  const { page } = console;
  await console.open('/money-back-policies');
  await page.getByRole('button', { name: 'Prepare the next version' }).click();
  const most = page.getByRole('textbox', { name: 'Purchases at most' });
  await most.fill('many');
  await page.getByRole('button', { name: 'Compare and release' }).click();
  const dialog = page.getByRole('dialog', { name: 'Release version 2?' });
  await dialog.getByRole('textbox').fill('Large outages happen');
  await dialog.getByRole('button', { name: 'Release' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await eventually(async () => expect(await most.getAttribute('aria-invalid')).toBe('true'));
  await most.fill('1500');
  await page.getByRole('link', { name: 'Disputes', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click();
  expect(await most.inputValue()).toBe('1500');
  await page.getByRole('button', { name: 'Compare and release' }).click();
  await dialog.getByText('2,000').waitFor();
  await dialog.getByText('1,500').waitFor();
  await dialog.getByRole('textbox').fill('Large outages happen');
  await dialog.getByRole('button', { name: 'Release' }).click();
  await page.getByRole('heading', { name: 'Version 2' }).waitFor();
  await page.getByRole('cell', { name: 'Large outages happen' }).waitFor();
  // What is released is saved: nothing is asked any more.
  await page.getByRole('link', { name: 'Disputes', exact: true }).click();
  await page.getByRole('heading', { name: 'Disputes', level: 1 }).waitFor();
});

it('leads from what waits to the refunds behind it', async () => {
  const { page } = console;
  await console.open('/money-back');
  await page.getByRole('region', { name: 'What waits now' }).getByText('Refunds for approval').waitFor();
  await page.getByRole('region', { name: 'Why it was refunded' }).getByRole('link').first().click();
  await page.getByRole('columnheader', { name: 'Time left' }).waitFor();
});

it('leaves the ledger sound', async () => {
  await expectSoundLedger(economy);
});
