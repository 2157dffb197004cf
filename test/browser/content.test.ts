import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let author: string;
let victim: string;

const SCAM = 'Free \u202ecoins\u202c for\u200b all <b>now</b>: https://telegrarn.org/coins';

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole(), jobs: false });
  author = await economy.account({ creator: true });
  victim = await economy.account();
  await economy.buy(victim);
  const scan = (body: object) => economy.asPlatform.post('/v1/content/scan').send(body).expect(200);
  await scan({ kind: 'message', accountId: author, text: SCAM, recipientId: victim });
  await scan({ kind: 'comment', accountId: victim, text: 'What a lovely song' });
  await economy.gift(victim, author, { quantity: 3 });
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(await economy.signIn('ts_lead'));
});
afterAll(async () => {
  await browser?.close();
  await economy?.close();
});

it('finds a scam by its domain, shows evidence, hidden characters and the money around it, and clears it', async () => {
  const { page } = console;
  await console.open('/content-scans');
  await page.getByText('What a lovely song').waitFor();
  await page.getByRole('textbox', { name: 'Account or domain' }).fill('telegrarn.org');
  await page.getByText('What a lovely song').waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'telegrarn.org' }).getByRole('link').first().click();

  const text = page.getByLabel('Text', { exact: true });
  await text.getByText('U+202E').waitFor();
  await text.getByText('U+200B').waitFor();
  await text.getByText('<b>now</b>').waitFor();
  expect(await text.locator('mark').allInnerTexts()).toContain('telegrarn.org');
  await page.getByRole('table', { name: 'Links' }).getByText('imitates telegram.org').waitFor();
  const money = page.getByRole('region', { name: 'Money around it' });
  await money.getByRole('link', { name: victim }).waitFor();
  await money.getByText('was written to').waitFor();

  await page.getByRole('button', { name: 'It is no scam' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('A test of ours');
  await dialog.getByRole('button', { name: 'It is no scam' }).click();
  await page.getByText('A test of ours').waitFor();
  await page.getByText('Clean', { exact: true }).first().waitFor();
  expect(console.complaints).toEqual([]);
});

it('lets a text be tried', async () => {
  const { page } = console;
  await console.open('/content-scans');
  await page.getByRole('button', { name: 'Try a text' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Get it at https://paypa1.com');
  await dialog.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Bio' }).click();
  await dialog.getByRole('textbox', { name: 'Shown name' }).fill('Official Support');
  await dialog.getByRole('button', { name: 'Scan' }).click();
  await dialog.getByRole('table', { name: 'Links' }).getByText('imitates paypal.com').waitFor();
  await dialog.getByText('Scam', { exact: true }).waitFor();
  expect(console.complaints).toEqual([]);
});
