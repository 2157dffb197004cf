import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, purchaseOf, startEconomy } from '../support/economy.js';
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

const field = () => console.page.getByRole('combobox', { name: 'Search everywhere' });

it('opens the transaction of a pasted payment reference without a mouse, and remembers it', async () => {
  const { page } = console;
  const ada = await economy.account({ displayName: 'Ada Lovelace' });
  const bought = await economy.buy(ada, {
    payment: { ...purchaseOf(ada).payment, reference: 'pi_3OqA2eLkdIwHu7ix0Z2b' },
  });
  await console.signIn(await economy.signIn('support_agent'));
  await console.open('/accounts');
  await page.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();

  await page.keyboard.press('Control+k');
  await field().fill(' pi_3OqA2eLkdIwHu7ix0Z2b\n');
  // At once, before anything can have been found.
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/#/transactions/${bought.transactionId}/show`);
  await field().waitFor({ state: 'detached' });

  await page.keyboard.press('Control+k');
  await page
    .getByRole('group', { name: 'Opened lately' })
    .getByRole('option', { name: bought.transactionId })
    .waitFor();
  await page.keyboard.press('Escape');
  await field().waitFor({ state: 'detached' });
});

it('chooses with the arrows, says what it found, and finds pages too', async () => {
  const { page } = console;
  await page.getByRole('button', { name: 'Search everywhere' }).click();
  await field().fill('ada l');
  const found = page.getByRole('group', { name: 'Accounts' }).getByRole('option', { name: /Ada Lovelace/ });
  await found.waitFor();
  expect(await found.getAttribute('aria-selected')).toBe('true');
  expect(await field().getAttribute('aria-activedescendant')).toBe(await found.getAttribute('id'));

  await field().fill('refunds');
  const pages = page.getByRole('group', { name: 'Pages and settings' });
  await pages.getByRole('option', { name: 'Refunds', exact: true }).waitFor();
  // Not for this role: it may not change what a webhook is told.
  await field().fill('webhooks');
  await page.getByText('Nothing found for “webhooks”.').waitFor();

  await field().fill('refund');
  await pages.getByRole('option', { name: 'Refunds', exact: true }).waitFor();
  for (let i = 0; i < 10; i++) {
    const selected = page.getByRole('option', { selected: true });
    if ((await selected.textContent()) === 'Refunds') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/#/refunds');
});
