import { generateKeyPairSync, randomUUID, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffNoticeDetail } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SendConsumptionAnswers } from '../../../api/src/notices/commands/send-consumption-answers.js';
import { ProcessNotices } from '../../../api/src/notices/notices.public.js';
import { loadConfig } from '../../../api/src/platform/config/config.js';
import type { TestStaff } from '../../support/app.js';
import { appleChain } from '../../support/apple-chain.js';
import { type Economy, purchaseOf, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import {
  appleJws,
  type GoogleKeys,
  googleEnvelope,
  noticeSettings,
  PUSH_AUDIENCE,
  PUSH_EMAIL,
  sendApple,
  sendGoogle,
  startGoogleKeys,
} from '../../support/notice-senders.js';
import { type StoreServer, startStoreServer } from '../../support/store-server.js';

const dir = mkdtempSync(join(tmpdir(), 'coinwarden-answers-'));
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
const chain = appleChain();
const appleKey = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const googleKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
const HOUR = 3_600_000;

let keys: GoogleKeys;
let store: StoreServer;
let economy: Economy;
let lead: TestStaff;

function settings(consumptionConsent: boolean) {
  const { apple, google } = loadConfig({ NODE_ENV: 'test' }).notices;
  const serviceAccount = {
    client_email: 'answers@play.iam.gserviceaccount.com',
    private_key: googleKey.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
  return noticeSettings({
    consumptionConsent,
    apple: {
      ...apple,
      bundleId: 'com.example',
      environment: 'Sandbox',
      rootFiles: [file('root.der', chain.root)],
      apiUrl: store.url,
      apiKeyFile: file('apple.p8', appleKey.privateKey.export({ type: 'pkcs8', format: 'pem' })),
      apiKeyId: 'KEY1',
      apiIssuer: 'issuer-1',
    },
    google: {
      ...google,
      audience: PUSH_AUDIENCE,
      email: PUSH_EMAIL,
      certsUrl: keys.certsUrl,
      apiUrl: store.url,
      apiKeyFile: file('google.json', JSON.stringify(serviceAccount)),
    },
  });
}

beforeAll(async () => {
  keys = await startGoogleKeys();
  store = await startStoreServer();
  economy = await startEconomy({ jobs: false, ...settings(true) });
  lead = await economy.signIn('admin');
});
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
  await store.close();
  await keys.close();
  rmSync(dir, { recursive: true });
});

const buy = async (provider: 'apple' | 'google') => {
  const buyer = await economy.account();
  const reference =
    provider === 'google'
      ? `GPA.${randomUUID()}`
      : String(Date.now() * 1_000 + Math.floor(Math.random() * 1_000));
  await economy.submit({ ...purchaseOf(buyer), payment: { provider, reference, captured: true } });
  return { buyer, reference };
};

async function appleAsks(reference: string, { at = Date.now(), in: app = economy } = {}): Promise<string> {
  const data = { environment: 'Sandbox', bundleId: 'com.example' };
  const transaction = { transactionId: reference, originalTransactionId: reference, signedDate: at, ...data };
  const notice = {
    notificationType: 'CONSUMPTION_REQUEST',
    notificationUUID: randomUUID(),
    signedDate: at,
    data: {
      ...data,
      consumptionRequestReason: 'UNINTENDED_PURCHASE',
      signedTransactionInfo: appleJws(transaction, chain.x5c, chain.leafKey),
    },
  };
  const answer = await sendApple(app, appleJws(notice, chain.x5c, chain.leafKey)).expect(200);
  await app.app.get(ProcessNotices).run();
  return answer.body.noticeId;
}

const send = (app = economy) => app.app.get(SendConsumptionAnswers).run();
const noticeOf = async (id: string): Promise<StaffNoticeDetail> =>
  (await lead.request.get(`/staff/notices/${id}`).expect(200)).body;
const last = () => store.requests.at(-1)!;
const hurry = () =>
  economy.db.query(
    "UPDATE consumption_answers SET next_attempt_at = now() - interval '1 s' WHERE state = 'pending'",
  );

describe('when Apple asks how much of a purchase was used', () => {
  it('it is told from the lots, under our key, within twelve hours', async () => {
    const { buyer, reference } = await buy('apple');
    await economy.gift(buyer, await economy.account({ creator: true }), { giftId: 'rose', quantity: 7 });
    const { coins } = await economy.wallet(buyer);
    const asked = Date.now();
    const id = await appleAsks(reference, { at: asked });
    await send();
    const consumed = Math.ceil(((700 - coins.available) * 100_000) / 700);
    expect(last()).toMatchObject({
      method: 'PUT',
      path: `/inApps/v2/transactions/consumption/${reference}`,
      body: {
        customerConsented: true,
        consumptionPercentage: consumed,
        deliveryStatus: 'DELIVERED',
        refundPreference: 'GRANT_PRORATED',
        sampleContentProvided: false,
      },
    });
    const [head, claims, signature] = last().headers.authorization!.slice('Bearer '.length).split('.');
    expect(JSON.parse(Buffer.from(head!, 'base64url').toString())).toMatchObject({
      alg: 'ES256',
      kid: 'KEY1',
    });
    const key = { key: appleKey.publicKey, dsaEncoding: 'ieee-p1363' } as const;
    const signed = Buffer.from(`${head}.${claims}`);
    expect(verify('SHA256', signed, key, Buffer.from(signature!, 'base64url'))).toBe(true);
    expect(await noticeOf(id)).toMatchObject({
      state: 'processed',
      type: 'consumption_request',
      answer: {
        state: 'sent',
        dueAt: new Date(asked + 12 * HOUR).toISOString(),
        sentAt: expect.any(String),
        attempts: 1,
        computed: {
          grantedCoins: 700,
          unspentCoins: coins.available,
          consumedMilliPercent: consumed,
          preference: 'grant_rest',
        },
        request: { consumptionPercentage: consumed },
      },
    });
    const before = store.requests.length;
    await lead.request.post(`/staff/notices/${id}/actions/replay`).send({}).expect(200);
    await economy.app.get(ProcessNotices).run();
    await send();
    expect(store.requests).toHaveLength(before);
  });

  it('a store that is down is asked again, and what it refuses is written down', async () => {
    const { reference } = await buy('apple');
    store.answer(503);
    const id = await appleAsks(reference);
    await send();
    expect((await noticeOf(id)).answer).toMatchObject({
      state: 'pending',
      error: 'The App Store answered 503.',
    });
    store.answer(400, { errorCode: 4000047, errorMessage: 'Invalid' });
    await hurry();
    await send();
    expect((await noticeOf(id)).answer).toMatchObject({
      state: 'refused',
      attempts: 2,
      error: 'The App Store answered 400 (4000047).',
      errorCode: 'apple_answered',
      errorValues: { answer: '400 (4000047)' },
      sentAt: null,
    });
    store.answer(202);
    await lead.request.post(`/staff/notices/${id}/actions/replay`).send({}).expect(200);
    await economy.app.get(ProcessNotices).run();
    await send();
    expect((await noticeOf(id)).answer).toMatchObject({ state: 'sent', error: null });
  });

  it('nothing is sent after the deadline, and that is told', async () => {
    const { reference } = await buy('apple');
    const before = store.requests.length;
    const late = await appleAsks(reference, { at: Date.now() - 12 * HOUR });
    await send();
    expect((await noticeOf(late)).answer).toMatchObject({ state: 'expired', sentAt: null });
    const unknown = await appleAsks('9999', { at: Date.now() - 12 * HOUR });
    expect((await noticeOf(unknown)).answer).toMatchObject({ state: 'expired', computed: null });
    expect(store.requests).toHaveLength(before);
  });

  it('nothing is sent without the customers’ consent', async () => {
    const quiet = await startEconomy({ jobs: false, ...settings(false), databaseUrl: economy.databaseUrl });
    const { reference } = await buy('apple');
    const before = store.requests.length;
    const id = await appleAsks(reference, { in: quiet });
    await send(quiet);
    expect((await noticeOf(id)).answer).toMatchObject({
      state: 'withheld',
      error: expect.stringContaining('consent'),
      computed: { consumedMilliPercent: 0 },
    });
    expect(store.requests).toHaveLength(before);
    await quiet.close();
  });
});

describe('when Google asks for a review of a chargeback', () => {
  it('it is told from the lots, with the token it gave, within a day', async () => {
    const { buyer, reference } = await buy('google');
    const notification = {
      version: '1.0',
      packageName: 'com.acme.app',
      eventTimeMillis: String(Date.now()),
      pendingRefundReviewNotification: {
        version: '1.0',
        pendingRefundToken: 'the-token',
        orderId: reference,
        refundReason: 7,
      },
    };
    const { body } = await sendGoogle(economy, googleEnvelope(notification), keys.token()).expect(200);
    await economy.app.get(ProcessNotices).run();
    store.answer(200);
    await send();
    expect(last()).toMatchObject({
      method: 'POST',
      path: `/androidpublisher/v3/applications/com.acme.app/orders/${reference}:reviewrefund`,
      body: {
        pendingRefundToken: 'the-token',
        sampleContentProvided: false,
        refundPreference: 'APPROVE',
        consumptionPercentageMilliunits: 0,
      },
    });
    const [head, claims, signature] = last().headers.authorization!.slice('Bearer '.length).split('.');
    const signed = Buffer.from(`${head}.${claims}`);
    expect(verify('SHA256', signed, googleKey.publicKey, Buffer.from(signature!, 'base64url'))).toBe(true);
    const seen = await noticeOf(body.noticeId);
    expect(seen).toMatchObject({ accountId: buyer, answer: { state: 'sent' } });
    const due = Number(notification.eventTimeMillis) + 24 * HOUR;
    expect(seen.answer!.dueAt).toBe(new Date(due).toISOString());
    expect(JSON.stringify([seen.fact, seen.answer])).not.toContain('the-token');
  });
});
