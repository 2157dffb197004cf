import { randomUUID } from 'node:crypto';
import type { EvidencePack } from '@coinwarden/contracts';
import { DAY, type DisputeFact, HOUR, money, type Notice } from '@coinwarden/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplyDisputeNotice } from '../../../api/src/disputes/disputes.public.js';
import { BuildEvidence } from '../../../api/src/disputes/evidence/build-evidence.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, purchaseOf, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { claimOf, type Purchase, settle } from '../../support/money-back.js';
import { readPdf } from '../../support/read-pdf.js';

let economy: Economy;
let analyst: TestStaff;
beforeAll(async () => {
  economy = await startEconomy();
  analyst = await economy.signIn('dispute_analyst');
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** A purchase that happened then, from the account's own device and card. */
async function bought(accountId: string, { at = ago(0) }: { at?: string } = {}): Promise<Bought> {
  const purchase = purchaseOf(accountId);
  const answer = await economy.submit({ ...purchase, occurredAt: at });
  return { accountId, purchaseId: answer.transactionId, reference: purchase.payment.reference };
}

interface Bought extends Purchase {
  readonly reference: string;
}

/** The provider tells of a dispute; answers its id. */
async function disputed(
  { reference }: { reference: string },
  changes: Partial<DisputeFact> = {},
): Promise<string> {
  const providerDisputeId = `du_${randomUUID()}`;
  const at = Date.now();
  const fact: DisputeFact = {
    type: 'dispute',
    reference,
    providerDisputeId,
    stage: 'dispute',
    status: 'needs_response',
    reason: 'fraudulent',
    networkReasonCode: '10.4',
    scheme: 'visa',
    money: money(999, 'USD'),
    openedAt: at,
    dueAt: at + 7 * DAY,
    submissions: 0,
    refundable: false,
    moneyEvents: [],
    ...changes,
  };
  const notice: Notice = { provider: 'stripe', noticeId: randomUUID(), occurredAt: at, fact };
  await economy.app.get(ApplyDisputeNotice, { strict: false }).run(notice);
  const [row] = await economy.db.query<{ dispute_id: string }>(
    'SELECT dispute_id FROM disputes WHERE provider_dispute_id = $1',
    [providerDisputeId],
  );
  return row!.dispute_id;
}

const packOf = async (disputeId: string, by = analyst): Promise<EvidencePack> =>
  (await by.request.get(`/staff/disputes/${disputeId}/evidence`).expect(200)).body;
const edit = (disputeId: string, body: object, by = analyst) =>
  by.request.put(`/staff/disputes/${disputeId}/evidence`).send(body);
const pdfOf = async (disputeId: string, by = analyst) => {
  const answer = await by.request
    .get(`/staff/disputes/${disputeId}/evidence.pdf`)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
  return { headers: answer.headers, bytes: answer.body as Buffer, status: answer.status };
};
const exhibit = (pack: EvidencePack, key: string) => pack.exhibits.find((one) => one.key === key)!;

describe('what is assembled', () => {
  it('follows the coins of this very purchase to what they were spent on', async () => {
    const buyer = await economy.account({ displayName: 'Zoë', email: 'zoe@example.com' });
    const creator = await economy.account({ creator: true, displayName: 'Grace' });
    const earlier = await bought(buyer, { at: ago(2 * DAY) });
    // Spends the first purchase's coins, oldest first, and then 200 of the second's.
    const purchase = await bought(buyer, { at: ago(DAY) });
    await economy.gift(buyer, creator, { quantity: 700 });
    await economy.gift(buyer, creator, { quantity: 100, giftId: 'rose' });
    await economy.submit({ kind: 'unlock', accountId: buyer, contentId: 'video-9', coins: 100 });
    const pack = await packOf(await disputed(purchase));
    expect(exhibit(pack, 'usage').summary).toContain('200 of the 700 coins of this very purchase');
    expect(exhibit(pack, 'recipients').summary).toContain('1 creator');
    expect(pack.fields.find(({ name }) => name === 'access_activity_log')?.value).toContain('video-9');
    expect(pack.statement).toContain('200 of 700 were spent in 2 transactions');
    const first = await packOf(await disputed(earlier));
    expect(exhibit(first, 'usage').summary).toContain('700 of the 700 coins');
  });

  it('finds earlier purchases from the same card and device, without the disputed and the refunded', async () => {
    const buyer = await economy.account();
    const [good, also, contested, returned] = [
      await bought(buyer, { at: ago(200 * DAY) }),
      await bought(buyer, { at: ago(150 * DAY) }),
      await bought(buyer, { at: ago(140 * DAY) }),
      await bought(buyer, { at: ago(130 * DAY) }),
    ];
    await disputed(contested, { status: 'won' });
    await settle(economy, returned, claimOf({ paidMinor: 100n }));
    const pack = await packOf(await disputed(await bought(buyer)));
    expect(pack.compelling.qualifies).toBe(true);
    expect(pack.compelling.purchaseIds).toEqual([also.purchaseId, good.purchaseId]);
    expect(exhibit(pack, 'prior_purchases')).toMatchObject({ included: true, rows: 2 });
    expect(pack.concerns).toContain('other_disputes');
  });

  it('tells sign-ins, changed credentials and refunds', async () => {
    const buyer = await economy.account();
    const purchase = await bought(buyer, { at: ago(HOUR) });
    const event = (type: string, before: number) =>
      economy.asPlatform.post('/v1/events').send({
        type,
        accountId: buyer,
        occurredAt: ago(before),
        device: { id: `device-${buyer}`, ip: '198.51.100.7' },
      });
    await event('sign_in', 2 * HOUR).expect((answer) => expect(answer.status).toBeLessThan(300));
    await event('credential_change', 90 * 60_000).expect((answer) => expect(answer.status).toBeLessThan(300));
    await settle(economy, purchase, claimOf({ paidMinor: 400n }));
    const pack = await packOf(
      await disputed(purchase, { reason: 'credit_not_processed', networkReasonCode: null }),
    );
    expect(pack.category).toBe('credit_not_processed');
    expect(pack.concerns).toEqual(expect.arrayContaining(['credentials_changed_before', 'refunded_in_part']));
    expect(exhibit(pack, 'activity')).toMatchObject({ included: false, rows: 2 });
    expect(exhibit(pack, 'refunds').summary).toContain('1 refund');
    expect(pack.statement).toContain('USD 4.00');
  });

  it('puts two charges of one amount beside each other when one is said to be a duplicate', async () => {
    const buyer = await economy.account();
    const twin = await bought(buyer, { at: ago(60_000) });
    const pack = await packOf(
      await disputed(await bought(buyer), { reason: 'duplicate', networkReasonCode: null }),
    );
    expect(pack.concerns).toContain('possible_duplicate');
    const explanation = pack.fields.find(({ name }) => name === 'duplicate_charge_explanation');
    expect(explanation?.value).toContain(twin.purchaseId);
  });
});

describe('the terms', () => {
  it('are those of the dispute policy that were shown when the purchase was made; without any, nothing is claimed', async () => {
    const buyer = await economy.account();
    const id = await disputed(await bought(buyer));
    expect(exhibit(await packOf(id), 'terms')).toMatchObject({ empty: true, included: false });
    const lead = await economy.signIn('ts_lead');
    const [live] = (
      await lead.request.get(`/staff/money-back-policies?filter={"kind":"dispute","live":true}`).expect(200)
    ).body;
    const terms = {
      title: 'Terms of sale',
      version: '7',
      shownSince: '2026-01-01',
      disclosure: 'Above the pay button.',
      clauses: ['Coins are delivered at once.'],
    };
    await lead.request
      .post('/staff/money-back-policies')
      .send({
        kind: 'dispute',
        follows: live.version,
        comment: 'Say our terms',
        policy: { ...live.policy, terms: [terms] },
      })
      .expect(201);
    const pack = await packOf(id);
    expect(exhibit(pack, 'terms')).toMatchObject({ included: true });
    expect(pack.fields.find(({ name }) => name === 'refund_policy_disclosure')?.value).toBe(
      'Above the pay button.',
    );
    expect((await readPdf((await pdfOf(id)).bytes)).join(' ')).toContain('Coins are delivered at once.');
    const old = await disputed(await bought(buyer, { at: ago(400 * DAY) }));
    expect(exhibit(await packOf(old), 'terms').empty).toBe(true);
  });
});

describe('the document', () => {
  it('is a PDF of real text that a browser only shows', async () => {
    const buyer = await economy.account({ displayName: 'Анна Ковалёва' });
    const purchase = await bought(buyer);
    const id = await disputed(purchase);
    const { headers, bytes } = await pdfOf(id);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(/^inline; filename="dispute-/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    const text = (await readPdf(bytes)).join('\n');
    expect(text).toContain('Response to a payment dispute');
    expect(text).toContain('Анна Ковалёва');
    expect(text).toContain(purchase.purchaseId);
  });

  it('is what BuildEvidence hands over to be sent, hash and all', async () => {
    const id = await disputed(await bought(await economy.account()));
    const sent = await economy.app.get(BuildEvidence, { strict: false }).run(economy.db, id);
    const pack = await packOf(id);
    expect(sent.hash).toBe(pack.hash);
    expect(sent.pdf.equals((await pdfOf(id)).bytes)).toBe(true);
    expect(Object.keys(sent.fields).sort()).toEqual(pack.fields.map(({ name }) => name).sort());
    const again = await economy.app.get(BuildEvidence, { strict: false }).run(economy.db, id);
    expect(again.pdf.equals(sent.pdf)).toBe(true);
  });

  it('hides details from who may not see them, and says so; the hash stays that of what is sent', async () => {
    const buyer = await economy.account({ email: 'ada@example.com' });
    const id = await disputed(await bought(buyer));
    const auditor = await economy.signIn('auditor');
    const [seen, hidden] = [await packOf(id), await packOf(id, auditor)];
    expect(hidden.masked).toBe(true);
    expect(hidden.hash).toBe(seen.hash);
    const text = JSON.stringify(hidden) + (await readPdf((await pdfOf(id, auditor)).bytes)).join('');
    expect(text).not.toMatch(/ada@example\.com|198\.51\.100\.7/);
    expect(JSON.stringify(seen)).toContain('198.51.100.7');
    expect(text).toContain('preview, details masked');
  });
});

describe('editing', () => {
  it('writes versions that follow each other, and changes what is sent', async () => {
    const id = await disputed(await bought(await economy.account()));
    const before = await packOf(id);
    expect(before).toMatchObject({ version: 0, editedBy: null, editable: true });
    const words = 'The buyer wrote to us twice.';
    const changed = await edit(id, { version: 0, statement: words, exhibits: { account: false } }).expect(
      200,
    );
    const pack: EvidencePack = changed.body;
    expect(pack).toMatchObject({ version: 1, statement: words, suggestedStatement: before.statement });
    expect(exhibit(pack, 'account')).toMatchObject({ included: false, letter: null });
    expect(pack.hash).not.toBe(before.hash);
    expect((await readPdf((await pdfOf(id)).bytes))[0]).toContain(words);
    await edit(id, { version: 0, statement: null, exhibits: {} }).expect(409);
    const back = await edit(id, { version: 1, statement: null, exhibits: {} }).expect(200);
    expect(back.body).toMatchObject({ version: 2, hash: before.hash });
  });

  it('keeps one of two who edit at once', async () => {
    const id = await disputed(await bought(await economy.account()));
    const both = await Promise.all(
      ['One.', 'Two.'].map((statement) => edit(id, { version: 0, statement, exhibits: {} })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await packOf(id)).version).toBe(1);
  });

  it('is for who may respond, while the dispute waits', async () => {
    const id = await disputed(await bought(await economy.account()));
    const body = { version: 0, statement: 'Mine.', exhibits: {} };
    await edit(id, body, await economy.signIn('support_agent')).expect(403);
    await edit(id, { ...body, statement: 'x'.repeat(6_001) }).expect(422);
    await edit(id, { ...body, exhibits: { passwords: true } }).expect(422);
    await economy.db.query("UPDATE disputes SET status = 'under_review' WHERE dispute_id = $1", [id]);
    const refused = await edit(id, body).expect(409);
    expect(refused.body.code).toBe('dispute.submitted');
    expect(await packOf(id)).toMatchObject({ version: 0, editable: false });
  });

  it('ends with the answer: what was sent stands, whatever happens to the account later', async () => {
    const buyer = await economy.account();
    const id = await disputed(await bought(buyer));
    const { fields, pdf, hash } = await economy.app.get(BuildEvidence, { strict: false }).run(economy.db, id);
    await economy.db.query(
      `INSERT INTO dispute_answers (dispute_id, stage, kind, hash, fields, pdf, asked_by, asked_at, sent_at)
       VALUES ($1, 'dispute', 'evidence', $2, $3, $4, '{}', now(), now())`,
      [id, hash, JSON.stringify(fields), pdf],
    );
    await edit(id, { version: 0, statement: 'Late.', exhibits: {} }).expect(409);
    await economy.submit({ kind: 'unlock', accountId: buyer, contentId: 'video-later', coins: 10 });
    const pack = await packOf(id);
    expect(pack).toMatchObject({ hash, editable: false, sentAt: expect.any(String) });
    expect(JSON.stringify(pack.fields)).not.toContain('video-later');
    expect((await pdfOf(id)).bytes.equals(pdf)).toBe(true);
    // A provider that refuses it has not got it.
    await economy.db.query("UPDATE dispute_answers SET refusal = 'file too large', sent_at = NULL");
    expect(await packOf(id)).toMatchObject({ editable: true, sentAt: null });
  });

  it('is written down', async () => {
    const id = await disputed(await bought(await economy.account()));
    await edit(id, { version: 0, statement: 'Mine.', exhibits: { terms: true } }).expect(200);
    const [entry] = await economy.db.query<{ actor_id: string; details: object }>(
      "SELECT actor_id, details FROM audit_log WHERE action = 'dispute.evidence_edited' AND subject_id = $1",
      [id],
    );
    expect(entry).toEqual({
      actor_id: analyst.id,
      details: { version: 1, exhibits: { terms: true }, statement: 'written' },
    });
  });
});

it('answers 404 for a dispute nobody knows, and for one whose purchase has not come', async () => {
  await analyst.request.get('/staff/disputes/nonsense/evidence').expect(404);
  await analyst.request.get(`/staff/disputes/${randomUUID()}/evidence.pdf`).expect(404);
  const id = await disputed({ reference: 'pi_of_nobody' });
  await analyst.request.get(`/staff/disputes/${id}/evidence`).expect(404);
});
