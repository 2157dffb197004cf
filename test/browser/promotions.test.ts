import type { StaffPromotion } from '@coinwarden/contracts';
import { DAY, localTimeOf } from '@coinwarden/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { PromotionDesk, promotionContents } from '../support/promotions.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let ada: TestStaff;
let bob: TestStaff;
let buyer: string;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: process.env['CONSOLE_DIST'] ?? builtConsole(), jobs: false });
  ada = await economy.signIn('product_manager');
  bob = await economy.signIn('product_manager');
  buyer = await economy.account();
  await economy.account({ country: 'DE', timeZone: 'Europe/Berlin' });
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
});
afterAll(async () => {
  expect(console?.complaints).toEqual([]);
  await browser?.close();
  await economy?.close();
});

const ID = 'christmas-bonus';
const promotionOf = async (id: string): Promise<StaffPromotion> =>
  (await ada.request.get(`/staff/promotions/${id}`).expect(200)).body;
/** One day for all tests, whenever midnight comes. */
const TODAY = Date.now();
const midnight = (days: number) => `${localTimeOf(TODAY + days * DAY, 'UTC').slice(0, 10)}T00:00`;

it('lets a manager write a promotion with its audience counted and its offers before them', async () => {
  const { page } = console;
  await console.signIn(ada);
  await console.open('/promotions');
  await page.getByRole('link', { name: 'New promotion' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Christmas bonus');
  expect(await page.getByRole('textbox', { name: 'Id' }).inputValue()).toBe(ID);
  await page.getByRole('textbox', { name: 'Value' }).fill('20');
  await page.getByLabel('Begins').fill(midnight(-3));
  await page.getByLabel('Ends').fill(midnight(-4));
  await page.getByText('Must be after the beginning.').waitFor();
  await page.getByLabel('Ends').fill(midnight(4));
  await page.getByTestId('window').getByText('168 hours').waitFor();

  await page.getByRole('radio', { name: 'Those of whom a condition holds' }).check();
  await page.getByRole('textbox', { name: 'Who', exact: true }).click();
  await page.keyboard.type('account.country == 1');
  await page.getByText('no such overload', { exact: false }).first().waitFor();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('"US"');
  await page.getByTestId('audience-words').getByText('the account’s country').waitFor();
  await page.getByTestId('audience-count').getByText('1 of 2 accounts').waitFor();

  const preview = page.getByTestId('preview');
  await preview.getByText('Needs a second person').waitFor();
  await page.getByRole('textbox', { name: 'Budget', exact: true }).fill('200000');
  await preview.getByText('At most 200,000 coins').waitFor();
  await preview.getByRole('listitem', { name: 'Pouch of coins' }).getByText('+140 bonus coins').waitFor();
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByTestId('simulation').getByText('by 0 accounts', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await page.getByRole('heading', { name: 'Christmas bonus', exact: true }).waitFor();
  expect(await promotionOf(ID)).toMatchObject({
    status: 'draft',
    value: 20,
    audience: 'account.country == "US"',
    startsLocal: midnight(-3),
  });
});

it('moves the draft on the calendar by keyboard and by pointer, and takes a move back', async () => {
  const { page } = console;
  const startsOn = async () => (await promotionOf(ID)).startsLocal;
  await console.open('/promotions/calendar');
  const bar = page.locator(`[data-promotion="${ID}"]`).first();
  await bar.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByText('“Christmas bonus” is moved', { exact: false }).waitFor();
  expect(await startsOn()).toBe(midnight(-2));
  await page.getByRole('button', { name: 'Move back' }).click();
  await page.getByText('“Christmas bonus” is back', { exact: false }).waitFor();
  expect(await startsOn()).toBe(midnight(-3));

  await console.open(`/promotions/calendar/week/${midnight(0).slice(0, 10)}`);
  await page.getByRole('link', { name: 'Today' }).waitFor();
  await page.locator('[data-week]').nth(1).waitFor({ state: 'detached' });
  const box = (await bar.boundingBox())!;
  const row = (await page.locator('[data-week]').boundingBox())!;
  await page.mouse.move(box.x + 12, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 12 + row.width / 7, box.y + 14, { steps: 4 });
  await page.mouse.up();
  await page.getByText('“Christmas bonus” is moved', { exact: false }).waitFor();
  expect(await startsOn()).toBe(midnight(-2));
  expect(page.url()).toContain('/calendar/week/');
});

it('has a second person approve what was submitted, and pauses it with a reason and a click', async () => {
  const { page } = console;
  const bonusOf = async () => (await economy.buy(buyer)).promotion?.bonusCoins ?? null;
  await console.open(`/promotions/${ID}/show`);
  await page.getByRole('button', { name: 'Submit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('It waits for a second person', { exact: false }).waitFor();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('As every year');
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Somebody else approves it.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  expect(await bonusOf()).toBeNull();
  await console.signOut();

  await console.signIn(bob);
  await console.open(`/promotions/${ID}/show`);
  await page.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByText('account.country == "US"').waitFor();
  await dialog.getByText('+140 bonus coins').waitFor();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('The promotion is approved').waitFor();
  expect(await bonusOf()).toBe(140);

  await page.getByRole('button', { name: 'Pause now' }).click();
  await page.getByText('Say why in a few words.').waitFor();
  await page.getByRole('textbox', { name: 'Why it is paused' }).fill('One device takes it all');
  await page.getByRole('button', { name: 'Pause now' }).click();
  await page.getByText(`Paused by ${bob.email}`, { exact: false }).waitFor();
  expect(await bonusOf()).toBeNull();
  await page.reload();
  await page.getByText('140 of 200,000 coins').waitFor();
});

it('keeps what the slower of two managers typed, and shows what the faster one wrote', async () => {
  const { page } = console;
  const desk = new PromotionDesk(ada);
  await desk.draft('shared').expect(201);
  await console.open('/promotions/shared/edit');
  await page.getByRole('textbox', { name: 'Name' }).fill('The slower name');
  await ada.request
    .put('/staff/promotions/shared')
    .send({ revision: 1, ...promotionContents({ name: 'The faster name', value: 15 }) })
    .expect(200);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByText('Somebody saved this draft meanwhile.', { exact: false }).waitFor();
  expect((await promotionOf('shared')).name).toBe('The faster name');
  await page.getByRole('button', { name: 'See the change' }).click();
  await page.getByText('The faster name · yours: The slower name').waitFor();
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('The slower name');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByRole('heading', { name: 'The slower name', exact: true }).waitFor();
  expect(await promotionOf('shared')).toMatchObject({ name: 'The slower name', revision: 3 });
  const history = page.getByRole('region', { name: 'History' });
  await history.getByText('Name: The faster name → The slower name').waitFor();
});

it('draws codes that work once, hands over just these and takes back what nobody used', async () => {
  const { page } = console;
  await new PromotionDesk(ada).draft('vouchers', { singleUseCodes: true }).expect(201);
  await console.open('/promotions/vouchers/show');
  const codes = page.getByRole('region', { name: 'Codes' });
  await codes.getByRole('button', { name: 'Draw codes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'How many' }).fill('3');
  await dialog.getByRole('textbox', { name: 'Prefix' }).fill('XMAS');
  await dialog.getByRole('button', { name: 'Draw codes' }).click();
  await dialog.getByText('3 codes are drawn').waitFor();
  const drawn = (await dialog.getByRole('textbox', { name: 'Codes' }).inputValue()).split('\n');
  expect(drawn).toHaveLength(3);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await codes.getByText('3 free · 0 used · 0 taken back').waitFor();
  await codes.getByText(drawn[0]!).waitFor();
  await codes.getByRole('button', { name: 'Take back', exact: true }).first().click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Printed wrong');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await codes.getByText('0 free · 0 used · 3 taken back').waitFor();
});
