import {
  contentScanDetail,
  contentTrialAnswer,
  type StaffCaseDetail,
  staffContentScan,
} from '@coinwarden/contracts';
import { decodeContentHistory } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TendCases } from '../../../api/src/cases/cases.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';

let economy: Economy;
let lead: TestStaff;
let auditor: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  lead = await economy.signIn('ts_lead');
  auditor = await economy.signIn('auditor');
});
afterAll(() => economy?.close());

const scamWith = (domain: string) => `Free coins for everybody: https://${domain}/coins`;
const scan = async (accountId: string, text: string, more: object = {}) =>
  (
    await economy.asPlatform
      .post('/v1/content/scan')
      .send({ kind: 'comment', accountId, text, ...more })
      .expect(200)
  ).body as { scanId: string; verdict: string };
const page = async (scanId: string) =>
  (await lead.request.get(`/staff/content-scans/${scanId}`).expect(200)).body;
const list = async (filter: object) => {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  const { body } = await lead.request.get(`/staff/content-scans?${query}`).expect(200);
  return body as { id: string; accountId: string }[];
};
const act = (staff: TestStaff, scanId: string, action: string, body: object = { reason: 'Looked at it' }) =>
  staff.request.post(`/staff/content-scans/${scanId}/actions/${action}`).send(body);

describe('content scans for staff', () => {
  it('are listed, and found by verdict, kind, account, domain, content and time', async () => {
    const [ann, ben] = [await economy.account(), await economy.account()];
    const before = new Date().toISOString();
    const first = await scan(ann, scamWith('telegrarn.org'), { contentId: 'video-7' });
    const second = await scan(ben, 'Nice one!', { kind: 'bio' });
    const ids = async (filter: object) => (await list(filter)).map((record) => record.id);
    for (const record of await list({ accountId: ann })) {
      expect(staffContentScan.parse(record)).toEqual(record);
      expect(record).toMatchObject({
        verdict: 'scam',
        kind: 'comment',
        allowedActions: ['confirm', 'clear'],
      });
    }
    expect(await ids({ verdict: 'scam', accountId: [ann, ben] })).toEqual([first.scanId]);
    expect(await ids({ kind: 'bio', accountId: [ann, ben] })).toEqual([second.scanId]);
    expect(await ids({ domain: 'WWW.telegrarn.org', accountId: ann })).toEqual([first.scanId]);
    expect(await ids({ q: 'telegrarn.org', accountId: ann })).toEqual([first.scanId]);
    expect(await ids({ q: ben })).toEqual([second.scanId]);
    expect(await ids({ contentId: 'video-7' })).toEqual([first.scanId]);
    expect(await ids({ accountId: ann, waiting: true, from: before })).toEqual([first.scanId]);
    expect(await ids({ accountId: ann, to: before })).toEqual([]);
    await lead.request.get('/staff/content-scans?filter={"mood":"good"}').expect(422);
    const support = await economy.signIn('support_agent');
    await support.request.get('/staff/content-scans').expect(403);
  });

  it('show the text with its evidence, the money around it and who else writes the same', async () => {
    const [scammer, victim, bystander, copy] = await Promise.all(
      Array.from({ length: 4 }, () => economy.account({ creator: true })),
    );
    await economy.buy(victim!);
    await economy.buy(bystander!);
    const sent = await scan(scammer!, scamWith('paypa1.com'), { kind: 'message', recipientId: victim });
    await scan(copy!, scamWith('paypa1.com'), { kind: 'message' });
    await economy.gift(victim!, scammer!, { quantity: 5 });
    await economy.gift(bystander!, scammer!, { quantity: 1 });
    const detail = await page(sent.scanId);
    expect(contentScanDetail.parse(detail)).toEqual(detail);
    expect(detail).toMatchObject({ recipientIds: [victim], text: scamWith('paypa1.com'), reviews: [] });
    expect(detail.money.gifts).toBe(2);
    expect(detail.money.coinsReceived).toBe(detail.money.givers[0].coins + detail.money.givers[1].coins);
    expect(detail.money.givers).toMatchObject([
      { accountId: victim, addressed: true },
      { accountId: bystander, addressed: false },
    ]);
    // Both gifts wait: the recipient has just written a scam.
    expect(detail.money.heldCoins).toBe(detail.money.coinsReceived);
    expect(detail.sharedBy).toEqual([
      expect.objectContaining({ accountId: copy, domain: null, scans: 1 }),
      expect.objectContaining({ accountId: copy, domain: 'paypa1.com', scans: 1 }),
    ]);
    await lead.request.get('/staff/content-scans/019aa000-0000-7000-8000-000000000000').expect(404);
    await lead.request.get('/staff/content-scans/nonsense').expect(404);
  });

  it('are confirmed or cleared by people: with a reason, audited, and above the scan from then on', async () => {
    const accountId = await economy.account();
    const { scanId } = await scan(accountId, scamWith('telegrarn.org'));
    expect((await act(lead, scanId, 'clear', {}).expect(422)).body.errors[0].pointer).toBe('/reason');
    await act(auditor, scanId, 'clear').expect(403);
    const cleared = (await act(lead, scanId, 'clear', { reason: 'Our own campaign' }).expect(200)).body;
    expect(cleared).toMatchObject({
      verdict: 'clean',
      scannedVerdict: 'scam',
      review: 'cleared',
      allowedActions: ['confirm'],
      reviews: [{ action: 'clear', reason: 'Our own campaign' }],
    });
    expect((await act(lead, scanId, 'clear').expect(409)).body.code).toBe('action.not_allowed');
    expect(await scan(accountId, scamWith('telegrarn.org'))).toMatchObject({
      scanId,
      verdict: 'clean',
      review: 'cleared',
    });
    const confirmed = (await act(lead, scanId, 'confirm').expect(200)).body;
    expect(confirmed).toMatchObject({ verdict: 'scam', review: 'confirmed' });
    expect(confirmed.reviews).toHaveLength(2);
    const audit = await economy.db.query<{ action: string; reason: string }>(
      "SELECT action, reason FROM audit_log WHERE subject_type = 'content_scan' AND subject_id = $1 ORDER BY seq",
      [scanId],
    );
    expect(audit).toEqual([
      { action: 'content_scan.cleared', reason: 'Our own campaign' },
      { action: 'content_scan.confirmed', reason: 'Looked at it' },
    ]);
  });

  it('takes one of two words said at once', async () => {
    const { scanId } = await scan(await economy.account(), scamWith('telegrarn.org'));
    const answers = await Promise.all([act(lead, scanId, 'clear'), act(lead, scanId, 'clear')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await page(scanId)).reviews).toHaveLength(1);
  });

  it('that are cleared answer their alert once; the case closes when nothing else is left', async () => {
    const accountId = await economy.account();
    const { scanId } = await scan(accountId, scamWith('telegrarn.org'));
    const caseOf = async () => {
      const query = { filter: JSON.stringify({ accountId }), sort: '["id","DESC"]' };
      const [found] = (await lead.request.get('/staff/cases').query(query).expect(200)).body;
      return (await lead.request.get(`/staff/cases/${found.id}`).expect(200)).body as StaffCaseDetail;
    };
    expect(await caseOf()).toMatchObject({ status: 'open', liveAlerts: 1 });
    await act(lead, scanId, 'clear').expect(200);
    await act(lead, scanId, 'clear').expect(409);
    const answered = await caseOf();
    expect(answered).toMatchObject({ liveAlerts: 0, alertList: [{ scanId, resolution: 'cleared' }] });
    expect(answered.timeline.filter(({ kind }) => kind === 'alert_resolved')).toMatchObject([
      { actor: { id: lead.id }, details: { resolution: 'cleared' } },
    ]);
    await economy.app.get(TendCases, { strict: false }).run();
    expect((await caseOf()).status).toBe('closed');

    // Called a scam after all, it is looked at anew, and its second alert is answered like the first.
    await act(lead, scanId, 'confirm').expect(200);
    const anew = await caseOf();
    expect(anew).toMatchObject({ status: 'open', liveAlerts: 1, earlierCaseId: answered.id });
    await act(lead, scanId, 'clear').expect(200);
    expect((await caseOf()).liveAlerts).toBe(0);
  });

  it('that are confirmed leave the alert as it is', async () => {
    const accountId = await economy.account();
    const { scanId } = await scan(accountId, scamWith('telegrarn.org'));
    await act(lead, scanId, 'confirm').expect(200);
    const { body } = await lead.request
      .get('/staff/cases')
      .query({ filter: JSON.stringify({ accountId }) })
      .expect(200);
    expect(body).toMatchObject([{ status: 'open', alerts: 1, liveAlerts: 1 }]);
  });

  it('lets a text be tried without keeping it', async () => {
    const [before] = await economy.db.query<{ n: number }>('SELECT count(*)::int AS n FROM content_scans');
    const text = { kind: 'comment', text: scamWith('telegrarn.org') };
    await auditor.request.post('/staff/content-scans/try').send(text).expect(403);
    const { body } = await lead.request.post('/staff/content-scans/try').send(text).expect(200);
    expect(contentTrialAnswer.parse(body)).toEqual(body);
    expect(body).toMatchObject({ verdict: 'scam', language: 'en' });
    const [after] = await economy.db.query<{ n: number }>('SELECT count(*)::int AS n FROM content_scans');
    expect(after).toEqual(before);
  });
});

describe('decisions', () => {
  const codes = (answer: { reasons: { code: string }[] }) => answer.reasons.map(({ code }) => code);

  it('hold gifts to somebody who has just written a scam, and no more once it is cleared', async () => {
    const [giver, author] = [await economy.account(), await economy.account({ creator: true })];
    await economy.buy(giver);
    expect((await economy.gift(giver, author)).outcome).toBe('approve');
    const { scanId } = await scan(author, scamWith('telegrarn.org'));
    const held = await economy.gift(giver, author);
    expect(held.outcome).toBe('review');
    expect(codes(held)).toContain('content.gift_to_scammer');
    await act(lead, scanId, 'clear').expect(200);
    expect((await economy.gift(giver, author)).outcome).toBe('approve');
  });

  it('know a gift that was asked for with a scam from others', async () => {
    const [victim, other, author] = await Promise.all(
      Array.from({ length: 3 }, () => economy.account({ creator: true })),
    );
    for (const accountId of [victim!, other!]) await economy.buy(accountId);
    await scan(author!, scamWith('telegrarn.org'), { kind: 'message', recipientId: victim });
    const asked = await economy.gift(victim!, author!, { quantity: 60 });
    expect(codes(asked)).toContain('content.solicited_gift');
    const unasked = await economy.gift(other!, author!, { quantity: 60 });
    expect(codes(unasked)).not.toContain('content.solicited_gift');
    expect(codes(unasked)).toContain('content.gift_to_scammer');
  });

  it('see how many others spread the domain of a scam', async () => {
    const authors = await Promise.all(Array.from({ length: 4 }, () => economy.account()));
    for (const accountId of authors) await scan(accountId, scamWith('disc0rd-gift.com'));
    const [row] = await economy.db.query<{ content_history: string }>(
      'SELECT content_history FROM accounts WHERE account_id = $1',
      [authors[3]],
    );
    expect(decodeContentHistory(row!.content_history)).toMatchObject({
      sharedDomainAccounts: 3,
      lastVerdict: 'scam',
      days: [{ scams: 1, suspects: 0 }],
    });
  });
});
