import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ProcessNotices } from '../../api/src/notices/notices.public.js';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { type Economy, purchaseOf, startEconomy } from '../support/economy.js';
import { noticeSettings, sendStandard, sendStripe, stripeEvent } from '../support/notice-senders.js';
import { builtConsole, type ConsolePage, openConsole } from './console-page.js';

let economy: Economy;
let browser: TestBrowser;
let console: ConsolePage;
const intent = `pi_${randomUUID()}`;

beforeAll(async () => {
  economy = await startEconomy({ consoleDir: builtConsole(), jobs: false, ...noticeSettings() });
  await sendStripe(economy, stripeEvent('charge.dispute.created', { id: 'dp_unreadable' })).expect(200);
  await sendStripe(economy, stripeEvent('plan.created', { id: 'plan_1' })).expect(200);
  await sendStandard(economy, {
    type: 'payment.captured',
    occurredAt: new Date().toISOString(),
    data: { reference: 'pay_elsewhere' },
  }).expect(200);
  await sendStripe(
    economy,
    stripeEvent('payment_intent.succeeded', { id: intent, status: 'succeeded' }),
  ).expect(200);
  await economy.app.get(ProcessNotices).run();
  browser = await openBrowser();
  console = await openConsole(browser.context, economy.url);
  await console.signIn(await economy.signIn('admin'));
});
afterAll(async () => {
  await browser?.close();
  await economy?.close();
});

it('finds a notice by its payment, shows what came and processes it again', async () => {
  const { page } = console;
  await console.open('/notices');
  await page.getByRole('row').filter({ hasText: 'charge.dispute.created' }).getByText('Given up').waitFor();
  await page.getByRole('textbox', { name: 'Payment, purchase or provider’s notice id' }).fill(intent);
  const row = page.getByRole('row').filter({ hasText: intent });
  await row.getByText('Waits').waitFor();
  await page.getByRole('row').filter({ hasText: 'pay_elsewhere' }).waitFor({ state: 'detached' });
  await row.getByText('Payment taken').click();

  await page.getByText('No purchase has this payment yet.').waitFor();
  await page.getByText(`"id": "${intent}"`).waitFor();
  await page.getByRole('button', { name: 'As it came' }).click();
  await page.getByText(`{"id":"${intent}"`).waitFor();

  const buyer = await economy.account();
  const payment = { ...purchaseOf(buyer).payment, reference: intent, captured: false };
  const { transactionId } = await economy.buy(buyer, { payment });
  await page.getByRole('button', { name: 'Process again' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The purchase is here now');
  await dialog.getByRole('button', { name: 'Process again' }).click();
  await page.getByText('The notice is processed again').waitFor();
  await economy.app.get(ProcessNotices).run();
  await page.reload();
  await page.getByText('Processed', { exact: true }).first().waitFor();
  await page.getByRole('link', { name: transactionId }).waitFor();
  expect((await economy.wallet(buyer)).coins.available).toBe(700);
  expect(console.complaints).toEqual([]);
});
