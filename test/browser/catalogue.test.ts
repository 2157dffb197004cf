import type { PackageOffer } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { eventually } from '../support/eventually.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: process.env['CONSOLE_DIST'] ?? builtConsole(), jobs: false });
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
});
afterAll(async () => {
  expect(console?.complaints).toEqual([]);
  await browser?.close();
  await economy?.close();
});

/** What the shop asks for the package. */
async function offered(currency: string): Promise<number | null> {
  const { body } = await economy.asPlatform.get('/v1/packages').query({ currency }).expect(200);
  const offer = (body.items as PackageOffer[]).find(({ packageId }) => packageId === 'coins-1000');
  return offer?.price.amountMinor ?? null;
}

it('makes a package, prices it, is warned of a price, schedules the sale and begins it', async () => {
  const { page } = console;
  await console.signIn(await economy.signIn('product_manager'));
  await console.open('/packages');
  const dialog = page.getByRole('dialog');
  const reason = dialog.getByRole('textbox', { name: 'Reason' });
  await page.getByRole('button', { name: 'New package' }).click();
  await dialog.getByRole('textbox', { name: 'Id', exact: true }).fill('coins-1000');
  await dialog.getByRole('textbox', { name: 'Package' }).fill('Bowl of coins');
  await dialog.getByRole('textbox', { name: 'Coins' }).fill('1000');
  await reason.fill('A size between two others');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Bowl of coins', exact: true }).waitFor();
  await page.getByText('A draft: not on sale yet').waitFor();

  const prices = page.getByRole('region', { name: 'Prices', exact: true });
  await prices.getByRole('button', { name: 'Set a price' }).click();
  await dialog.getByRole('textbox', { name: 'Price (USD)' }).fill('12,99');
  await dialog.getByText('$0.01299').first().waitFor();
  await reason.fill('In line with the others');
  await dialog.getByRole('button', { name: 'Set the price' }).click();
  await prices.getByText('$12.99').waitFor();

  await prices.getByRole('button', { name: 'Set a price' }).click();
  await dialog.getByRole('combobox', { name: 'Currency' }).fill('EUR');
  await page.getByRole('option', { name: /^EUR/ }).click();
  await dialog.getByRole('textbox', { name: 'Price (EUR)' }).fill('6.49');
  const preview = dialog.getByRole('region', { name: 'What it comes to' });
  await preview.getByText('Arbitrage').waitFor();
  await reason.fill('A start in Europe');
  const set = dialog.getByRole('button', { name: 'Set the price' });
  await set.click();
  const warning = dialog.getByRole('alert');
  await warning.getByText('This price is unusual.', { exact: false }).waitFor();
  expect(await set.isDisabled()).toBe(true);
  expect(await reason.inputValue()).toBe('A start in Europe');
  await warning.getByRole('checkbox').check();
  await set.click();
  const row = prices.getByRole('row').filter({ hasText: '€6.49' });
  await row.getByText('Arbitrage').waitFor();

  await page.getByRole('button', { name: 'Put on sale' }).click();
  await dialog.getByRole('radio', { name: 'Later' }).check();
  await reason.fill('With the campaign');
  await dialog.getByRole('button', { name: 'Put on sale' }).click();
  await page.getByText('Goes on sale on', { exact: false }).waitFor();
  expect([await offered('USD'), await offered('EUR')]).toEqual([null, null]);

  await page.getByRole('button', { name: 'Move the sale' }).click();
  await dialog.getByRole('radio', { name: 'At once' }).check();
  await reason.fill('The campaign begins today');
  await dialog.getByRole('button', { name: 'Put on sale' }).click();
  await page.getByText('On sale since', { exact: false }).waitFor();
  await eventually(async () => expect([await offered('USD'), await offered('EUR')]).toEqual([1299, 649]));
});

it('keeps what was typed when somebody was faster, and shows what they did', async () => {
  const { page } = console;
  const other = await economy.signIn('product_manager');
  const contents = { name: 'Bowl, renamed', tier: 'small', coins: 1000, bonusCoins: 0, position: 0 };
  await console.open('/packages/coins-1000/show');
  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Bonus' }).fill('50');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A little more');
  await other.request
    .post('/staff/packages/coins-1000/actions/edit')
    .send({ follows: 1, ...contents, reason: 'A better name' })
    .expect(200);
  await dialog.getByRole('button', { name: 'Save the version' }).click();
  await dialog.getByText('Somebody changed this meanwhile.', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'See the change' }).click();
  await dialog.getByText('Reason: A better name', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Save the version' }).click();
  await page.getByText('and 50 bonus coins').waitFor();
  const versions = page.getByRole('region', { name: 'Versions' });
  await versions.getByText('A better name').waitFor();
  await versions.getByText('A little more').waitFor();
});

it('uploads prices after a look at what changes', async () => {
  const { page } = console;
  await console.open('/price-points/upload');
  await page
    .getByRole('textbox', { name: 'Prices' })
    .fill(
      'packageId,currency,region,price\ncoins-1000,GBP,,9.99\ncoins-1000,JPY,,12.5\ncoins-1000,USD,,13.49',
    );
  await page.getByRole('textbox', { name: 'Reason' }).fill('The spring list');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('1 row cannot be used.').waitFor();
  const changes = page.getByRole('table', { name: 'What would change' });
  await changes.getByText('$12.99 → $13.49').waitFor();
  const submit = page.getByRole('button', { name: 'Set 2 prices' });
  expect(await submit.isDisabled()).toBe(true);
  await page.getByRole('radio', { name: 'Take the right rows', exact: false }).check();
  const meant = page.getByRole('checkbox', { name: 'I have seen them', exact: false });
  if ((await meant.count()) > 0) await meant.check();
  await submit.click();
  await page.getByRole('cell', { name: '£9.99' }).first().waitFor();
  await eventually(async () => expect([await offered('USD'), await offered('GBP')]).toEqual([1349, 999]));
});

it('shows an auditor everything and lets them change nothing', async () => {
  const { page } = console;
  await console.signOut();
  await console.signIn(await economy.signIn('auditor'));
  await console.open('/packages/coins-1000/show');
  const main = page.getByRole('main');
  await main.getByText('$13.49').waitFor();
  await main.getByRole('button', { name: 'History of all prices' }).click();
  await main.getByText('In line with the others').waitFor();
  const writes = /edit|sale|retire|set|change|end/i;
  expect(await main.getByRole('button', { name: writes }).count()).toBe(0);
  await console.open('/packages');
  await main.getByText('Pouch of coins').waitFor();
  expect(await main.getByRole('button', { name: 'New package' }).count()).toBe(0);
  await console.open('/price-points');
  await main.getByRole('link', { name: 'Export' }).waitFor();
  expect(await main.getByRole('link', { name: 'Upload' }).count()).toBe(0);
});
