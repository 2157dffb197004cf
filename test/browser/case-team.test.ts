import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { act, page as caseOf, openCase } from '../api/cases/case-desk.js';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let ada: TestStaff;
let lead: TestStaff;
let other: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole(), jobs: false });
  ada = await economy.signIn('ts_reviewer');
  lead = await economy.signIn('ts_lead');
  other = await economy.signIn('ts_lead');
  await economy.db.query('UPDATE case_queues SET sample_permille = 0');
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(lead);
});
afterAll(async () => {
  // The one answer that is lost on purpose; nothing else.
  expect(console?.complaints).toEqual(['Failed to load resource: net::ERR_FAILED']);
  await browser?.close();
  await economy?.close();
});

const scam = { verdict: 'confirmed', policy: 'scam_content' };

it('decides the chosen cases of a list alike, and says of each what became of it', async () => {
  const { page } = console;
  const accounts = await Promise.all(Array.from({ length: 3 }, () => economy.account()));
  const [one, two, taken] = [
    await openCase(economy, accounts[0]),
    await openCase(economy, accounts[1]),
    await openCase(economy, accounts[2]),
  ];
  await console.open('/cases');
  for (const accountId of accounts)
    await page.getByRole('row').filter({ hasText: accountId }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Decide…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decide 3 cases alike?' });
  await dialog.getByRole('row').filter({ hasText: accounts[2]! }).getByText('To decide').waitFor();
  await dialog.getByRole('button', { name: 'Nothing wrong', exact: true }).click();
  await dialog.getByLabel('Reason', { exact: false }).fill('One campaign of ours, all of them');
  // Meanwhile somebody else takes one of them.
  await act(ada, taken, 'claim').expect(200);
  await dialog.getByRole('button', { name: 'Decide 3 cases' }).click();
  const answers = page.getByRole('dialog', { name: 'What became of 3 cases' });
  const outcome = (accountId: string) => answers.getByRole('row').filter({ hasText: accountId });
  await outcome(accounts[0]!).getByText('Decided', { exact: true }).waitFor();
  await outcome(accounts[1]!).getByText('Decided', { exact: true }).waitFor();
  await outcome(accounts[2]!).getByText('Somebody else has this case', { exact: false }).waitFor();
  await answers.getByRole('button', { name: 'Close' }).click();
  await answers.waitFor({ state: 'hidden' });
  for (const caseId of [one, two])
    expect((await caseOf(lead, caseId)).decisions).toMatchObject([
      { verdict: 'cleared', macro: { id: 'nothing-to-do' }, note: 'One campaign of ours, all of them' },
    ]);
  expect(await caseOf(lead, taken)).toMatchObject({ status: 'open', decisions: [] });
});

it('shows what a lead decides when an answer is lost only once', async () => {
  const { page } = console;
  const accountId = await economy.account();
  const caseId = await openCase(economy, accountId);
  await page.reload();
  await page.getByRole('row').filter({ hasText: accountId }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Decide…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decide 1 case?' });
  await dialog.getByRole('button', { name: 'Nothing wrong', exact: true }).click();
  // It arrives and is done; only nobody here learns of it.
  await page.route('**/bulk-decide', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await dialog.getByRole('button', { name: 'Decide 1 case' }).click();
  await dialog.getByRole('alert').waitFor();
  expect((await caseOf(lead, caseId)).status).toBe('decided');
  await page.unroute('**/bulk-decide');
  await dialog.getByRole('button', { name: 'Try again with 1 case' }).click();
  const answers = page.getByRole('dialog', { name: 'What became of 1 case' });
  await answers.getByText('Decided', { exact: true }).waitFor();
  await answers.getByRole('button', { name: 'Close' }).click();
  expect((await caseOf(lead, caseId)).decisions).toHaveLength(1);
});

it('lists appeals by when they are due, and leads to the case where they are answered', async () => {
  const { page } = console;
  const caseId = await openCase(economy, await economy.account());
  await act(ada, caseId, 'decide', scam).expect(200);
  const { accountId } = await caseOf(lead, caseId);
  await economy.asPlatform
    .post('/v1/appeals')
    .send({ accountId, caseId, statement: 'I warned people of a scam.' })
    .expect(201);
  await console.open('/case-appeals');
  const row = page.getByRole('row').filter({ hasText: accountId });
  await row.getByText('I warned people of a scam.').waitFor();
  await row.getByText('Open', { exact: true }).waitFor();
  await row.getByRole('link').first().click();
  await page.waitForURL(new RegExp(caseId));
  await page.getByRole('region', { name: 'Appeal' }).getByText('I warned people of a scam.').waitFor();
  await page.getByRole('button', { name: 'Grant the appeal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Grant this appeal?' });
  await dialog.getByRole('textbox').fill('A warning is no scam.');
  await dialog.getByRole('button', { name: 'Grant the appeal' }).click();
  await page.getByRole('region', { name: 'Appeal' }).getByText('A warning is no scam.').waitFor();
  await console.open('/case-appeals');
  await page.getByRole('row').filter({ hasText: accountId }).getByText('Granted').waitFor();
});

it('compares what two people found about the same case, and names who disagreed', async () => {
  const { page } = console;
  await economy.db.query('UPDATE case_queues SET sample_permille = 1000');
  const second: Record<string, string> = { confirmed: 'scam_content', cleared: 'legitimate' };
  for (const verdict of ['confirmed', 'cleared']) {
    const caseId = await openCase(economy, randomUUID());
    await act(ada, caseId, 'decide', scam).expect(200);
    const [sample] = await economy.db.query<{ case_id: string }>(
      'SELECT case_id FROM cases WHERE sample_of = $1',
      [caseId],
    );
    await act(other, sample!.case_id, 'decide', { verdict, policy: second[verdict] }).expect(200);
  }
  await console.open('/case-quality');
  await page.getByText('1 of 2 pairs of decisions').waitFor();
  const disagreements = page.getByRole('region', { name: 'Judged differently' });
  const pair = disagreements.getByRole('row').filter({ hasText: 'ts_reviewer' });
  await pair.getByText('Confirmed').waitFor();
  await pair.getByText('Cleared').waitFor();
  await page.getByRole('region', { name: 'Reviewers' }).getByText('ts_reviewer').first().waitFor();
});
