import type { DecisionAnswer } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let account: string;

const spend = (coins: number): Promise<DecisionAnswer> =>
  economy.submit({ kind: 'unlock', accountId: account, contentId: 'v', coins });

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: process.env['CONSOLE_DIST'] ?? builtConsole(), jobs: false });
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  account = await economy.account({
    country: 'IN',
    timeZone: 'Asia/Kolkata',
    ageBand: '16-17',
    displayName: 'Asha',
  });
  await economy.buy(account);
});
afterAll(async () => {
  expect(console?.complaints).toEqual([]);
  await browser?.close();
  await economy?.close();
});

it('a lead sets a limit for a country after a look at whom it touches, schedules the next and takes it back', async () => {
  const { page } = console;
  await spend(60);
  await console.signIn(await economy.signIn('ts_lead'));
  await console.open('/limit-policies');
  await page.getByRole('button', { name: 'New policy' }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (label: string, option: string) => {
    await dialog.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Layer', 'Regulator');
  await choose('Age', '16 to 17');
  await choose('Measure', 'Coins spent');
  await choose('Window', 'per day');
  await dialog.getByRole('combobox', { name: 'Country' }).fill('India');
  await page.getByRole('option', { name: 'India · IN' }).click();
  await dialog.getByRole('textbox', { name: 'Limit' }).fill('50');
  const preview = dialog.getByRole('region', { name: 'Whom it would touch' });
  await preview.getByText('Newly without room', { exact: true }).waitFor();
  expect(await preview.getByRole('definition').allTextContents()).toEqual(['None', '1', '1', '1']);
  const set = dialog.getByRole('button', { name: 'Set the limit' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The act begins today');
  expect(await set.isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: 'Rests on' }).fill('Act on Coins, § 3');
  await set.click();
  await page.getByRole('heading', { name: '50 coins', exact: true }).waitFor();
  expect((await spend(1)).reasons[0]).toMatchObject({
    code: 'limit.exceeded',
    values: { layer: 'regulator' },
  });

  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Limit' }).fill('80');
  await dialog.getByRole('radio', { name: 'Later' }).check();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Raised from tomorrow on');
  await preview.getByText('50 coins').waitFor();
  await set.click();
  const toCome = page.getByRole('region', { name: 'To come' });
  await toCome.getByText('Raised from tomorrow on').waitFor();
  await toCome.getByText('80 coins').waitFor();
  await toCome.getByRole('button', { name: 'Take back version 2' }).click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Too early');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('region', { name: 'Before' }).getByText('Too early').waitFor();
  await toCome.waitFor({ state: 'detached' });
});

it('an agent answers why something was refused and when it fits again, and excludes on request', async () => {
  const { page } = console;
  const refused = await spend(40);
  await console.signOut();
  await console.signIn(await economy.signIn('support_agent'));
  await console.open(`/transactions/${refused.transactionId}/show`);
  await page.getByRole('link', { name: 'When can they spend again?' }).click();
  const next = page.getByRole('region', { name: 'When can they spend again?' });
  expect(await next.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('40');
  await next.getByText('Regulator, Coins spent, per day: 50 coins', { exact: false }).waitFor();
  await next.getByText('00:00:00', { exact: false }).first().waitFor();
  await next.getByText('UTC+05:30', { exact: false }).first().waitFor();
  await next.getByRole('textbox', { name: 'Amount' }).fill('51');
  await next.getByText('Never, as limits stand.').waitFor();

  const refusals = page.getByRole('region', { name: 'Refused lately' });
  await refusals.getByRole('row').filter({ hasText: '40 coins' }).getByText('Regulator').waitFor();
  const limits = page.getByRole('region', { name: 'Limits in force' });
  await limits.getByText('Act on Coins, § 3').waitFor();
  expect(await page.getByRole('button', { name: 'Override a limit' }).count()).toBe(0);

  const exclusions = page.getByRole('region', { name: 'Exclusions' });
  await exclusions.getByRole('button', { name: 'Exclude' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('nobody can shorten it', { exact: false }).waitFor();
  await dialog.getByLabel('Excluded until', { exact: false }).fill('2099-01-01T00:00');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Asked by phone');
  await dialog.getByRole('button', { name: 'Exclude' }).click();
  await exclusions.getByText('Asked by phone').waitFor();
  await page.getByText('This account has excluded itself', { exact: false }).waitFor();
  expect((await spend(1)).reasons[0]!.code).toBe('account.excluded');
});

it('a lead lifts the platform’s limit for a time, ends that, and names a guardian', async () => {
  const { page } = console;
  const teenager = await economy.account({ ageBand: '13-15', displayName: 'Tim' });
  const mother = await economy.account({ displayName: 'Mother' });
  await console.signOut();
  await console.signIn(await economy.signIn('ts_lead'));
  await console.open('/limits');
  await page.getByRole('textbox', { name: 'Account id' }).fill(teenager);
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByRole('button', { name: 'Override a limit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Lift the platform’s limit' }).check();
  await dialog.getByText('go on to bind, whatever is set here', { exact: false }).waitFor();
  await dialog.getByRole('textbox', { name: 'New limit (USD)' }).fill('10');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A birthday');
  await dialog.getByRole('button', { name: 'Lift the limit' }).click();
  await dialog.getByText('must be above the platform’s limit', { exact: false }).waitFor();
  await dialog.getByRole('textbox', { name: 'New limit (USD)' }).fill('90');
  await dialog.getByRole('button', { name: 'Lift the limit' }).click();
  const overrides = page.getByRole('region', { name: 'Overrides by staff' });
  await overrides.getByText('A birthday').waitFor();
  await page.getByText('is lifted by staff until', { exact: false }).waitFor();
  await overrides.getByRole('button', { name: 'End the override', exact: false }).click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The day is over');
  await dialog.getByRole('button', { name: 'End' }).click();
  await overrides.getByText('Ended early').waitFor();

  const family = page.getByRole('region', { name: 'Guardian and wards' });
  await family.getByRole('button', { name: 'Name a guardian' }).click();
  await dialog.getByRole('textbox', { name: 'Account id of the guardian' }).fill(teenager);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Shown the papers');
  await dialog.getByRole('button', { name: 'Name as guardian' }).click();
  await dialog.getByText('must be another account').waitFor();
  await dialog.getByRole('textbox', { name: 'Account id of the guardian' }).fill(mother);
  await dialog.getByRole('button', { name: 'Name as guardian' }).click();
  await family.getByRole('link', { name: mother }).waitFor();
  await console.open(`/limits/${mother}/show`);
  await family.getByRole('link', { name: teenager }).waitFor();
});
