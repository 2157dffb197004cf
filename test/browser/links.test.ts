import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { farm, foldAll } from '../api/links/link-desk.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, judgeBy, startEconomy } from '../support/economy.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let owner: string;
let bots: string[];

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole(), jobs: false });
  await judgeBy(economy, []);
  ({ owner, bots } = await farm(economy));
  await foldAll(economy);
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(await economy.signIn('ts_lead'));
});
afterAll(async () => {
  await browser?.close();
  await economy?.close();
});

const pane = (name: string) => console.page.getByRole('region', { name });

it('leads from the list to a ring with its picture, tables and evidence, and takes a judgement with a reason', async () => {
  const { page } = console;
  await console.open('/rings');
  await page.getByRole('row').filter({ hasText: owner }).filter({ hasText: 'Many feed one' }).waitFor();
  await page.getByRole('row').filter({ hasText: owner }).getByRole('link').first().click();
  await pane('Who takes part')
    .getByRole('img', { name: /^Links as a picture: 6 accounts/ })
    .waitFor();
  await pane('What was found').getByText('5 accounts on one device give to one.').waitFor();
  await pane('Who takes part').getByRole('tab', { name: '5 gift links' }).click();
  await pane('Who takes part')
    .getByRole('row')
    .filter({ hasText: bots[0]! })
    .getByText('699 coins')
    .waitFor();

  await page.getByRole('button', { name: 'Dismiss' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Dismiss' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('A youth club with one tablet');
  await dialog.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText('A youth club with one tablet').waitFor();
  await page.getByRole('button', { name: 'Reopen' }).waitFor();
});

it('goes through the picture by keyboard and expands an account', async () => {
  const { page } = console;
  await console.open(`/accounts/${bots[0]}/show?tab=links`);
  const links = pane('Links');
  const picture = links.getByRole('img', { name: /^Links as a picture/ });
  await picture.focus();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await links.getByText('Suspicion').first().waitFor();
  const asked = page.waitForRequest((request) => /\/links\?hops=1.*limit=300/.test(request.url()));
  await links.getByRole('button', { name: 'Show its links' }).click();
  await asked;
  await links.getByRole('button', { name: 'Gifts', exact: true }).click();
  await links.getByRole('tab', { name: '0 gift links' }).waitFor();
});

it('draws what it shows', async () => {
  await console.open(`/accounts/${owner}/show?tab=links`);
  const picture = pane('Links').getByRole('img', { name: /^Links as a picture/ });
  await picture.waitFor();
  // The worker has laid it out once the canvas says how long drawing took.
  await pane('Links').locator('canvas[data-draw-ms]').waitFor();
  const blank = await picture.evaluate((canvas: { toDataURL(): string; cloneNode(): unknown }) => {
    const empty = canvas.cloneNode() as { toDataURL(): string };
    return canvas.toDataURL() === empty.toDataURL();
  });
  expect(blank).toBe(false);
});

it('never complained', () => {
  expect(console.complaints).toEqual([]);
});
