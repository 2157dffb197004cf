import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RaiseHeld } from '../../api/src/cases/cases.public.js';
import { page as caseOf, openCase } from '../api/cases/case-desk.js';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, judgeBy, startEconomy } from '../support/economy.js';
import { eventually } from '../support/eventually.js';
import { expectSoundLedger } from '../support/ledger.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let elsewhere: TestBrowser;
let console: ConsolePage;
let others: ConsolePage;
let ada: TestStaff;
let bob: TestStaff;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ consoleDir: process.env['CONSOLE_DIST'] ?? builtConsole(), jobs: false });
  await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
  // Sampling has tests of its own.
  await economy.db.query('UPDATE case_queues SET sample_permille = 0');
  ada = await economy.signIn('ts_reviewer');
  bob = await economy.signIn('ts_reviewer');
  lead = await economy.signIn('ts_lead');
  browser = await openBrowser();
  elsewhere = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  others = await openConsole(elsewhere.context, economy.url);
  await console.signIn(ada);
  await others.signIn(bob);
});
afterAll(async () => {
  expect(console?.complaints).toEqual([]);
  expect(others?.complaints).toEqual([]);
  await browser?.close();
  await elsewhere?.close();
  await economy?.close();
});

/** A captured purchase of US$ 9.99 that waits for a person in a case of the queue `transactions`. */
async function heldPurchase(displayName: string) {
  const buyer = await economy.account({ displayName });
  const { transactionId } = await economy.buy(buyer);
  await economy.app.get(RaiseHeld, { strict: false }).missed();
  const filter = JSON.stringify({ accountId: buyer, open: true });
  const [found] = (await lead.request.get('/staff/cases').query({ filter }).expect(200)).body;
  return { buyer, transactionId, caseId: found.id as string };
}

const statusOf = async (transactionId: string) =>
  (await lead.request.get(`/staff/transactions/${transactionId}`).expect(200)).body.status;

it('hands a reviewer the next case, lets them decide it by the keyboard alone, and hands them the one after it', async () => {
  const { page } = console;
  const first = await heldPurchase('Nora Lindqvist');
  const second = await heldPurchase('Jonas Berg');
  await console.open('/queues');
  await page.getByTestId('queue').filter({ hasText: 'Held transactions' }).waitFor();
  await page.keyboard.press('n');
  await page.waitForURL(/cases\/.+\/show/);
  const taken = page.url().includes(first.caseId) ? first : second;
  const left = taken === first ? second : first;
  await page.getByText('Yours for', { exact: false }).waitFor();
  await page.getByTestId('alert').waitFor();
  await page.getByRole('table', { name: 'Transactions' }).getByText('$9.99', { exact: false }).waitFor();

  const macros = page.getByRole('group', { name: 'Macros' });
  await page.keyboard.press('1');
  await macros.getByRole('button', { name: 'Release, nothing wrong', pressed: true }).waitFor();
  await page.getByTestId('measures').getByText('Release what is held').waitFor();
  expect(await statusOf(taken.transactionId)).toBe('held');

  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Take this decision?' });
  await dialog.getByText('$9.99', { exact: false }).waitFor();
  await page.keyboard.type('A regular buyer');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(new RegExp(left.caseId));
  expect(await statusOf(taken.transactionId)).toBe('posted');
  expect(await caseOf(lead, taken.caseId)).toMatchObject({
    status: 'decided',
    verdict: 'cleared',
    decisions: [{ macro: { id: 'release-and-clear' }, note: 'A regular buyer', status: 'final' }],
  });
  await eventually(async () => expect(await macros.getByRole('button', { pressed: true }).count()).toBe(0));
});

it('shows a second reviewer who has the case, and lets them add a note and nothing else', async () => {
  const { page } = others;
  const caseId = /cases\/([^/]+)\/show/.exec(console.page.url())![1]!;
  await others.open(`/cases/${caseId}/show`);
  await page.getByText('You can read it and add a note.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Decide…' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Take this case' }).count()).toBe(0);
  await page.keyboard.press('m');
  await page.keyboard.type('Same card as last week');
  await page.getByRole('button', { name: 'Add note' }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  // An entry of the list: the words alone are in the box as well, and before anything is sent.
  await timeline.getByRole('listitem').filter({ hasText: 'Same card as last week' }).waitFor();
  expect((await caseOf(lead, caseId)).timeline.at(-1)).toMatchObject({ kind: 'note', actor: { id: bob.id } });
  // Whoever has it sees, without doing anything, that somebody else looks at it too.
  await console.page.getByText('Also open with', { exact: false }).waitFor({ timeout: 60_000 });
});

it('decides nothing on a case that has changed since, says what changed, and asks again', async () => {
  const { page } = console;
  const caseId = /cases\/([^/]+)\/show/.exec(page.url())![1]!;
  await page.keyboard.press('2');
  await page.getByTestId('measures').getByText('Restrict the account').waitFor();
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Take this decision?' });
  await dialog.waitFor();
  const { accountId } = await caseOf(lead, caseId);
  await economy.buy(accountId);
  await economy.app.get(RaiseHeld, { strict: false }).missed();
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('This has happened since you looked.', { exact: false }).waitFor();
  await dialog.getByText('Alert added').waitFor();
  expect((await caseOf(lead, caseId)).status).toBe('open');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/queues/);
  await eventually(async () => expect((await caseOf(lead, caseId)).verdict).toBe('confirmed'));
});

it('lets a lead confirm what a reviewer decided where much is at stake', async () => {
  await economy.db.query(
    "UPDATE case_queues SET second_look_usd_minor = 500 WHERE queue_id = 'transactions'",
  );
  const { caseId, transactionId } = await heldPurchase('Mara Quinn');
  const { page } = console;
  await page.getByRole('button', { name: 'Next case of Held transactions' }).click();
  await page.waitForURL(new RegExp(caseId));
  await page.getByTestId('alert').waitFor();
  await page.keyboard.press('2');
  await page.getByRole('button', { name: 'Decide…' }).click();
  const decide = page.getByRole('dialog', { name: 'Take this decision?' });
  await decide.getByText('before a second person confirms', { exact: false }).waitFor();
  await decide.getByRole('checkbox').uncheck();
  await decide.getByRole('button', { name: 'Decide', exact: true }).click();
  await page.getByText('Your decision waits for another person.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
  expect(await statusOf(transactionId)).toBe('held');

  await console.signOut();
  await console.signIn(lead);
  await console.open(`/cases/${caseId}/show`);
  await page.getByRole('button', { name: 'Confirm' }).waitFor();
  await page.keyboard.press('a');
  const confirm = page.getByRole('dialog', { name: 'Confirm this decision?' });
  await confirm.getByText('Decline what is held').waitFor();
  await confirm.getByRole('button', { name: 'Confirm' }).click();
  await confirm.waitFor({ state: 'hidden' });
  await eventually(async () => expect(await statusOf(transactionId)).toBe('declined'));
  expect(await caseOf(lead, caseId)).toMatchObject({ status: 'decided', decisions: [{ status: 'final' }] });
});

it('puts a case aside, brings it back, and takes a reason to escalate it', async () => {
  const { page } = console;
  const caseId = await openCase(economy);
  await console.open(`/cases/${caseId}/show`);
  await page.getByText('has not registered the account', { exact: false }).waitFor();
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('button', { name: 'Put aside' }).click();
  await page.getByText('This case is put aside.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Wake' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Wake' }).click();
  await page.getByRole('button', { name: 'Decide…' }).waitFor();
  await page.keyboard.press('e');
  const escalate = page.getByRole('dialog', { name: 'Escalate to a lead?' });
  expect(await escalate.getByRole('button', { name: 'Escalate' }).isDisabled()).toBe(true);
  await escalate.getByRole('textbox').fill('Known to the press');
  await escalate.getByRole('button', { name: 'Escalate' }).click();
  await escalate.waitFor({ state: 'hidden' });
  await eventually(async () => expect((await caseOf(lead, caseId)).status).toBe('escalated'));
});

it('leaves the ledger sound', async () => {
  await expectSoundLedger(economy);
});
