import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { TestStaff } from '../support/app.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
let admin: TestStaff;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole() });
  admin = await economy.signIn('admin');
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(admin);
});
afterAll(async () => {
  await browser?.close();
  await economy?.close();
});

it('creates an API key that works, shows it once, and revokes it', async () => {
  const { page } = console;
  await console.open('/api-keys');
  await page.getByRole('button', { name: 'Create a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Live backend');
  await dialog.getByRole('checkbox', { name: 'See accounts, wallets and limits' }).check();
  await dialog.getByRole('button', { name: 'Create a key' }).click();
  const key = (await page.getByTestId('secret').textContent())!.trim();
  const account = await economy.account();
  const ask = () =>
    economy.request.get(`/v1/accounts/${account}/wallet`).set('Authorization', `Bearer ${key}`);
  await ask().expect(200);
  await page.getByRole('button', { name: 'I have kept it safe' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Live backend' });
  await row.waitFor();
  expect(await page.content()).not.toContain(key);

  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await row.getByText('Revoked').waitFor();
  await ask().expect(401);
});

it('puts what the server refuses under the field it means', async () => {
  const { page } = console;
  await console.open('/lists');
  await page.getByRole('button', { name: 'Add an entry' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type').click();
  await page.getByRole('option', { name: 'IP address' }).click();
  const value = dialog.getByRole('textbox', { name: 'Value' });
  await value.fill('not an address');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Seen in card testing');
  await dialog.getByRole('button', { name: 'Add an entry' }).click();
  await dialog.getByRole('alert').waitFor();
  expect(await value.getAttribute('aria-invalid')).toBe('true');
  await value.fill('203.0.113.9');
  await dialog.getByRole('button', { name: 'Add an entry' }).click();
  await page.getByRole('cell', { name: '203.0.113.9' }).waitFor();
});

it('uploads values after a dry run that names the wrong rows, and shows an entry with its conflict', async () => {
  const { page } = console;
  await console.open('/lists/upload');
  await page.getByRole('textbox', { name: 'Values' }).fill('upload-one\nupload-one\nupload-two');
  await page.getByRole('textbox', { name: 'Reason' }).fill('From a partner');
  await page.getByLabel('Type').click();
  await page.getByRole('option', { name: 'IP address' }).click();
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('3 rows cannot be used.').waitFor();
  expect(await page.getByRole('button', { name: 'Add 0 entries' }).isDisabled()).toBe(true);

  await page.getByLabel('Type').click();
  await page.getByRole('option', { name: 'Device' }).click();
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Add 2 entries' }).click();
  await page.getByRole('cell', { name: 'upload-two' }).waitFor();

  await page.getByRole('button', { name: 'Add an entry' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type').click();
  await page.getByRole('option', { name: 'Device' }).click();
  await dialog.getByRole('textbox', { name: 'Value' }).fill('upload-two');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Seen before');
  await dialog.getByRole('button', { name: 'Add an entry' }).click();
  const watched = page.getByRole('row').filter({ hasText: 'upload-two' }).filter({ hasText: 'Watch' });
  await watched.getByText('Block wins').waitFor();
  await watched.click();
  await page.getByRole('heading', { name: 'upload-two', exact: true }).waitFor();
  await page.getByText('Nothing has matched this entry yet').waitFor();
  await page.getByRole('alert').filter({ hasText: 'Block decides' }).waitFor();
});

it('restricts an account with a reason, and the audit log names who did it', async () => {
  const { page } = console;
  const account = await economy.account();
  await console.open(`/accounts/${account}/show`);
  await page.getByRole('button', { name: 'Restrict' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Gift ring under investigation');
  await dialog.getByRole('button', { name: 'Restrict' }).click();
  await page.getByText('Restricted', { exact: true }).waitFor();
  await console.open('/audit');
  const entry = page.getByRole('row').filter({ hasText: account });
  await entry.filter({ hasText: 'Gift ring under investigation' }).waitFor();
  expect(await entry.textContent()).toContain('Account restricted');
  expect(await entry.textContent()).toContain('admin');
});

it('enrols a second factor by its QR code and asks for it at the next sign-in', async () => {
  const { page } = console;
  await page.getByTestId('user-menu').click();
  await page.getByRole('menuitem', { name: 'Second factor' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(admin.password);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.getByRole('img', { name: /QR code/ }).waitFor();
  const secret = Secret.fromBase32((await dialog.locator('code').textContent())!.trim());
  const totp = new TOTP({ secret });
  await dialog.getByRole('textbox', { name: 'Code' }).fill(totp.generate());
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await dialog.getByText('Keep these recovery codes').waitFor();
  const [recoveryCode] = await dialog.getByRole('listitem').allInnerTexts();
  await dialog.getByRole('button', { name: 'I have kept them safe' }).click();

  await console.signOut();
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // A code counts once, and this half minute's was spent on the enrolment.
  await page.getByLabel('Code').fill(recoveryCode!);
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByTestId('user-menu').waitFor();
  expect(console.complaints).toEqual([]);
});
