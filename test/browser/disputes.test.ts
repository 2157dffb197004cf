import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ProcessNotices } from '../../api/src/notices/notices.public.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { purchaseOf } from '../support/economy.js';
import { expectSoundLedger } from '../support/ledger.js';
import { newReference, type SandboxEconomy, startSandbox } from '../support/sandbox.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let economy: SandboxEconomy;
let browser: TestBrowser;
let console: ConsolePage;
let buyer: string;
/** The provider's ids. */
let contested: string;
let asked: string;
let stolen: string;

async function buy(accountId: string): Promise<string> {
  const purchase = purchaseOf(accountId);
  const reference = newReference();
  await economy.submit({ ...purchase, payment: { ...purchase.payment, reference } });
  return reference;
}

const hear = async () => {
  await economy.deliver();
  await economy.app.get(ProcessNotices, { strict: false }).run();
};

beforeAll(async () => {
  economy = await startSandbox({ consoleDir: builtConsole(), jobs: false });
  buyer = await economy.account({ displayName: 'Zoë Łukaszewska', email: 'zoe@example.com' });
  const creator = await economy.account({ creator: true, displayName: 'Grace' });
  const reference = await buy(buyer);
  await economy.gift(buyer, creator, { quantity: 200 });
  const { sandbox } = economy;
  const overdueSoon = Date.now() + 9 * HOUR_MS;
  contested = (
    await sandbox.openDispute(reference, {
      caseType: 'chargeback',
      reason: 'product_not_received',
      dueAt: overdueSoon,
    })
  ).disputeId;
  const general = { reason: 'general', dueAt: Date.now() + 20 * DAY_MS } as const;
  asked = (
    await sandbox.openDispute(await buy(await economy.account()), { caseType: 'chargeback', ...general })
  ).disputeId;
  stolen = await buy(await economy.account());
  await hear();
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(await economy.signIn('dispute_analyst'));
});
afterAll(async () => {
  await browser?.close();
  if (economy) await expectSoundLedger(economy);
  await economy?.close();
});

const documentText = async () =>
  (await console.page.getByTestId('pdf-text').allTextContents()).join('\n').replace(/\s+/g, ' ');

async function documentShows(text: string, shown = true): Promise<void> {
  const { page } = console;
  const state = shown ? 'attached' : 'detached';
  await page.getByTestId('pdf-text').filter({ hasText: text }).first().waitFor({ state });
}

it('opens the most pressing dispute from the board and takes it', async () => {
  const { page } = console;
  await console.open('/disputes');
  const urgent = page.getByRole('region', { name: 'At risk' });
  const card = urgent.getByTestId('dispute-card');
  await card.getByText('Not received').waitFor();
  expect(await card.getByText('due in 8 hr.').count()).toBe(1);
  expect(await page.getByRole('region', { name: 'Later' }).getByTestId('dispute-card').count()).toBe(1);
  await card.click();
  await page.getByRole('heading', { name: '$9.99' }).waitFor();
  const money = page.getByRole('region', { name: 'Money', exact: true });
  await money.getByText('Withdrawn').waitFor();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('button', { name: 'Give it back' }).waitFor();
});

it('builds the evidence: what is switched off or written is in the document at once', async () => {
  const { page } = console;
  await page.getByRole('link', { name: 'Prepare the answer' }).click();
  await documentShows('What the coins were used for');
  expect(await documentText()).toContain('200 × Rose');
  expect(await page.getByTestId('field-customer_name').textContent()).toContain('Zoë Łukaszewska');

  const usage = page.getByTestId('exhibit-usage');
  expect(await usage.getByText('Recommended').count()).toBe(1);
  await usage.getByRole('switch').click();
  await documentShows('What the coins were used for', false);
  expect(await page.getByTestId('field-access_activity_log').textContent()).not.toContain('Rose');
  await usage.getByRole('switch').click();
  await documentShows('200 × Rose');

  const send = page.getByRole('button', { name: 'Send the answer' });
  const statement = page.getByRole('textbox', { name: 'Statement' });
  await statement.fill('The coins were delivered at once and given to a creator.');
  expect(await send.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Put into the document' }).click();
  await documentShows('The coins were delivered at once and given to a creator.');
  await page.reload();
  await documentShows('The coins were delivered at once and given to a creator.');
});

it('sends it once, after showing word for word what goes out', async () => {
  const { page } = console;
  await page.getByRole('button', { name: 'Send the answer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send this answer to the bank?' });
  await dialog.getByText('An answer is sent once.', { exact: false }).waitFor();
  const words = await dialog.getByTestId('field-uncategorized_text').textContent();
  expect(words).toContain('The coins were delivered at once and given to a creator.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect((await economy.sandbox.dispute(contested))?.submissions).toBe(0);

  await page.getByRole('button', { name: 'Send the answer' }).click();
  await dialog.getByRole('button', { name: 'Send it now' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('It stands as it is.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Send the answer' }).count()).toBe(0);
  expect(await page.getByTestId('exhibit-usage').getByRole('switch').isDisabled()).toBe(true);
  const sent = await economy.sandbox.dispute(contested);
  expect(sent?.submissions).toBe(1);
  expect(words).toContain(sent?.evidence['uncategorized_text']);
  expect(sent?.evidence['uncategorized_file']).toMatch(/^file_/);
});

it('shows what became of it, and counts it', async () => {
  const { page } = console;
  await economy.sandbox.decide(contested, 'won');
  await hear();
  await page.getByRole('tab', { name: 'Overview' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText('Won', { exact: true }).first().waitFor();
  await page.getByRole('region', { name: 'Money', exact: true }).getByText('Given back').waitFor();
  await page.getByText('Answer sent').waitFor();

  await console.open('/disputes');
  await page.getByRole('button', { name: 'Won and lost' }).click();
  const rate = page.getByRole('region', { name: 'Won of those over' });
  await rate.getByText('1 of 1').waitFor();
});

it('accepts a dispute only with a reason, naming what it costs', async () => {
  const { page } = console;
  await page.getByRole('button', { name: 'All disputes' }).click();
  await page.getByRole('textbox', { name: 'Id of dispute, purchase, account or payment' }).fill(asked);
  await page.getByRole('row').filter({ hasText: 'Won' }).waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'Needs an answer' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept this dispute?' });
  await dialog.getByText('$9.99').waitFor();
  await dialog.getByText('$15.00').waitFor();
  const confirm = dialog.getByRole('button', { name: 'Accept' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('The customer is right');
  await confirm.click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('The customer is right').waitFor();
  expect((await economy.sandbox.dispute(asked))?.status).toBe('lost');
});

it('opens with the warnings that wait for a decision, and shows what refunding and waiting cost', async () => {
  const { page } = console;
  await economy.sandbox.warn(stolen);
  await hear();
  await console.open('/fraud-warnings');
  await page.getByText('Nothing matches').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Stolen card' });
  await row.getByText('Refund now').waitFor();
  await row.getByText('Wait', { exact: false }).first().waitFor();
});

it('shows an auditor the pack with details masked, and offers nothing', async () => {
  const { page } = console;
  await console.signOut();
  await console.signIn(await economy.signIn('auditor'));
  await console.open('/disputes');
  await page.getByRole('button', { name: 'All disputes' }).click();
  await page.getByRole('row').filter({ hasText: 'Won' }).click();
  await page.getByRole('tab', { name: 'Evidence' }).click();
  await page.getByText('Personal details are masked', { exact: false }).waitFor();
  await documentShows('Response to a payment dispute');
  expect(await documentText()).not.toContain('zoe@example.com');
  expect(await page.getByRole('button', { name: /Send|Accept|Take it/ }).count()).toBe(0);
});

it('speaks German throughout, and nothing complained', async () => {
  const { page } = console;
  await page.getByTestId('locale-switch').click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  for (const [path, words] of [
    ['/disputes', 'Alle Rückbuchungen'],
    ['/fraud-warnings?filter=%7B%7D', 'Gestohlene Karte'],
  ] as const) {
    await console.open(path);
    await page.getByText(words).first().waitFor();
  }
  expect(console.complaints).toEqual([]);
});
