import type { StaffQueue } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { page as caseOf, openCase } from '../api/cases/case-desk.js';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { eventually } from '../support/eventually.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole(), jobs: false });
  lead = await economy.signIn('ts_lead');
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(lead);
});
afterAll(async () => {
  expect(console?.complaints).toEqual([]);
  await browser?.close();
  await economy?.close();
});

const queues = async (): Promise<StaffQueue[]> => (await lead.request.get('/staff/queues').expect(200)).body;
const row = (name: string) => console.page.getByTestId('setup-row').filter({ hasText: name });

it('makes a queue beside what it would have taken, and says whose it is', async () => {
  const { page } = console;
  await openCase(economy, await economy.account(), { language: 'fr' });
  await console.open('/case-setup');
  await row('High value').waitFor();
  await page.getByRole('button', { name: 'New queue' }).click();
  const dialog = page.getByRole('dialog', { name: 'New queue' });
  await dialog.getByLabel('Name', { exact: false }).fill('French reports');
  await dialog.getByText('Called french-reports').waitFor();
  await dialog.getByLabel('Languages').fill('fr');
  await dialog.getByLabel('Decided within').fill('1.5');
  const preview = dialog.getByRole('region', { name: 'In the last 30 days' });
  await preview.getByText('It would have taken 1 of one alert.').waitFor();
  await preview.getByText('User reports and the rest: 1').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await row('French reports').getByText('Decided within 1.5 h', { exact: false }).waitFor();
  expect((await queues()).at(-2)).toMatchObject({
    id: 'french-reports',
    languages: ['fr'],
    slaMinutes: 90,
    changedBy: { id: lead.id },
  });
});

it('shows what the server finds wrong under the field it means', async () => {
  const { page } = console;
  await row('French reports').getByRole('button', { name: 'Edit French reports' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the queue' });
  await dialog.getByLabel('Languages').fill('fr, french');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('must be a primary language', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

it('moves a queue before another', async () => {
  const { page } = console;
  await page.getByRole('button', { name: 'Move French reports up' }).click();
  await eventually(async () =>
    expect((await queues()).map(({ id }) => id).slice(-3)).toEqual(['french-reports', 'content', 'general']),
  );
});

it('writes a macro’s next version and puts it first, where the first key chooses it', async () => {
  const { page } = console;
  await page.getByRole('tab', { name: 'Macros' }).click();
  await row('Nothing wrong').first().waitFor();
  await page.getByRole('button', { name: 'New macro' }).click();
  const dialog = page.getByRole('dialog', { name: 'New macro' });
  await dialog.getByLabel('Name', { exact: false }).fill('Tell them off');
  await dialog.getByLabel('Policy', { exact: false }).click();
  await page.getByRole('option', { name: 'Scam in content' }).click();
  await dialog.getByRole('button', { name: 'Measures' }).click();
  const measures = page.getByRole('dialog', { name: 'Measures' });
  await measures.getByLabel('Warn the user').check();
  await measures.getByLabel('What the user is told').fill('Please do not.');
  await measures.getByRole('button', { name: 'Use these' }).click();
  await measures.waitFor({ state: 'hidden' });
  await dialog.getByRole('region', { name: 'On a case' }).getByText('Warn the user').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await row('Tell them off').waitFor();
  const ids = async () =>
    (await lead.request.get('/staff/case-macros').expect(200)).body.map(({ id }: { id: string }) => id);
  const first = ['tell-them-off', ...(await ids()).slice(0, -1)];
  await lead.request.post('/staff/case-macros/order').send({ ids: first }).expect(200);
  const caseId = await openCase(economy);
  await console.open(`/cases/${caseId}/show`);
  await page.getByTestId('alert').waitFor();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'Tell them off', pressed: true }).waitFor();
});

it('keeps every version of a policy that is written anew', async () => {
  const { page } = console;
  await console.open('/case-setup?tab=policies');
  await page.getByRole('button', { name: 'Edit Scam in content' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the policy' });
  await dialog.getByLabel('What reviewers should know', { exact: false }).fill('Read it twice.');
  await dialog.getByRole('region', { name: 'On a case' }).getByText('Read it twice.').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await row('Scam in content').getByText('Read it twice.').waitFor();
  await row('Scam in content').getByRole('button', { name: 'All versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Scam in content' });
  await versions.getByText('A promise of free coins', { exact: false }).waitFor();
  await versions.getByText('came with the product', { exact: false }).waitFor();
  await versions.getByRole('button', { name: 'Close' }).click();
  const caseId = await openCase(economy);
  expect((await caseOf(lead, caseId)).policies.find(({ code }) => code === 'scam_content')).toMatchObject({
    version: 2,
    guidance: 'Read it twice.',
  });
});

it('shows a reviewer how things are set up, and no way to change them', async () => {
  const { page } = console;
  await console.signOut();
  await console.signIn(await economy.signIn('ts_reviewer'));
  await console.open('/case-setup');
  await row('High value').waitFor();
  expect(await page.getByRole('button', { name: /^(Edit|Move|New)/ }).count()).toBe(0);
});
