import type { StaffRuleset } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { eventually } from '../support/eventually.js';
import { draftOf, act as takeTo } from '../support/rulesets.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let lead: TestStaff;
let second: TestStaff;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: process.env['CONSOLE_DIST'] ?? builtConsole() });
  lead = await economy.signIn('ts_lead');
  second = await economy.signIn('admin');
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
});
afterAll(async () => {
  expect(console?.complaints).toEqual([]);
  await browser?.close();
  await economy?.close();
});

const versionOf = async (version: number): Promise<StaffRuleset> =>
  (await lead.request.get(`/staff/rulesets/${version}`).expect(200)).body;

/** Presses the button of an action, answers its dialog and waits until it is done. */
async function act(button: string, done: string, reason?: string): Promise<void> {
  const { page } = console;
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel('Reason', { exact: false }).fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await page.getByText(done).waitFor();
}

it('lets a lead write a rule and try it in shadow, a second person release it, and roll it back', async () => {
  const { page } = console;
  await console.signIn(lead);
  await console.open('/rulesets');
  await page.getByRole('button', { name: 'New draft' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Rewards get out of hand');
  await dialog.getByRole('button', { name: 'New draft' }).click();
  await page.getByText('The draft is made').waitFor();
  await page.getByRole('link', { name: 'Add a rule' }).click();

  const condition = page.getByRole('textbox', { name: 'Condition' });
  await condition.click();
  await page.keyboard.type('tx.coi');
  // By the mouse: in the first moment of its list the editor takes no Enter for a choice.
  await page.getByRole('option', { name: 'coins' }).first().click();
  await page.keyboard.type(' >= "many"');
  await page.getByText('no such overload', { exact: false }).first().waitFor();
  for (let i = 0; i < '"many"'.length; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type('500');
  await page.getByText('The condition is sound.', { exact: false }).waitFor();
  await page.getByTestId('plain-words').getByText('the number of coins is at least 500 coins').waitFor();

  await page.getByRole('textbox', { name: 'Key' }).fill('large-rewards');
  await page.getByRole('textbox', { name: 'Description' }).fill('Rewards of 500 coins or more');
  await page.getByRole('combobox', { name: 'Kinds' }).click();
  await page.getByRole('option', { name: 'Reward' }).click();
  await page.getByRole('listbox', { name: 'Kinds' }).press('Escape');
  await page.getByRole('textbox', { name: 'Reason code' }).fill('reward.large');
  await page.getByRole('textbox', { name: 'Message' }).fill('A large reward.');
  await page.getByRole('button', { name: 'Add the rule' }).click();
  await page.getByText('The rule is added').waitFor();
  await page.getByRole('textbox', { name: 'Comment' }).fill('Only what bots collect');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: 'Only what bots collect' }).waitFor();
  const rulePage = page.url();
  await page.goto(rulePage.replace(/\/show$/, ''));
  await page.waitForURL(rulePage);
  await page.getByRole('link', { name: /^Version \d+$/ }).click();

  await act('Validate', 'The version is validated');
  await act('Run in shadow', 'The version is in shadow');
  const [draft] = (await lead.request.get('/staff/rulesets').expect(200)).body as StaffRuleset[];
  const version = draft!.version;
  expect(await versionOf(version)).toMatchObject({ status: 'shadow', contentHash: expect.any(String) });

  const account = await economy.account();
  const reward = () => economy.submit({ kind: 'reward', accountId: account, coins: 600, reason: 'daily' });
  const approved = await reward();
  expect(approved.outcome).toBe('approve');
  await page.reload();
  await page.getByRole('tab', { name: 'Try' }).click();
  await page.getByRole('combobox', { name: 'Transaction id' }).fill(approved.transactionId);
  await page.getByRole('button', { name: 'Try', exact: true }).click();
  await page
    .getByRole('table', { name: 'Rules that would have fired' })
    .getByText('Rewards of 500')
    .waitFor();
  await page.getByRole('tab', { name: 'Shadow' }).click();
  await page.getByText('1 of 1 decisions would have been another').waitFor();
  await act('Submit for approval', 'The version is submitted', 'Bots collect rewards');
  await page.getByText('Somebody else approves what you wrote.').waitFor();
  expect(await page.getByRole('button', { name: 'Approve and release' }).count()).toBe(0);
  await console.signOut();

  await console.signIn(second);
  await console.open(`/rulesets/${version}/show`);
  await page.getByRole('textbox', { name: 'Comment' }).fill('Looks right to me');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Looks right to me').first().waitFor();
  await page.getByRole('button', { name: 'Approve and release' }).click();
  await page.getByRole('dialog').getByText('large-rewards').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve and release' }).click();
  await page.getByText('The version is approved').waitFor();
  expect(await versionOf(version)).toMatchObject({ status: 'live' });
  expect((await reward()).outcome).toBe('review');

  await console.open('/rulesets/1/show');
  await act('Roll back to this', 'Version is live again', 'Every reward waits');
  await eventually(async () => expect((await versionOf(1)).status).toBe('live'));
  expect((await versionOf(version)).status).toBe('retired');
  expect((await reward()).outcome).toBe('approve');
});

it('takes the time of a release on the clock that the console shows, and says which one that is', async () => {
  const { page } = console;
  const { version } = await draftOf(lead);
  await takeTo(lead, version, 'validate').expect(200);
  await console.open('/rulesets');
  await console.signOut();
  await console.signIn(lead);
  await console.open(`/rulesets/${version}/show`);
  await page.getByRole('button', { name: 'Submit for approval' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Release at (UTC)').fill('2031-03-30T09:30');
  await dialog.getByText(/Mar 30, 2031, 09:30:00\u00a0UTC/).waitFor();
  await dialog.getByLabel('Reason', { exact: false }).fill('After the weekend');
  await dialog.getByRole('button', { name: 'Submit for approval' }).click();
  await page.getByText('The version is submitted').waitFor();
  expect(await versionOf(version)).toMatchObject({ releaseAt: '2031-03-30T09:30:00.000Z' });
});
