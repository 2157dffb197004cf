import { randomUUID } from 'node:crypto';
import { contentScanAnswer, contentScanBatchAnswer } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Economy, startEconomy } from '../../support/economy.js';
import { hostileStrings } from '../../support/hostile-strings.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
});
afterAll(() => economy?.close());

/** An imitated official domain is a scam by fact, whatever the model has learned. */
const SCAM = 'Free coins for everybody: https://telegrarn.org/coins';
const CLEAN = 'What a lovely song, where is it from?';

const scan = (body: object) => economy.asPlatform.post('/v1/content/scan').send(body);
const scanned = async (body: object) => (await scan(body).expect(200)).body;
const batch = (items: unknown[]) => economy.asPlatform.post('/v1/content/scan/batch').send({ items });
const stored = (accountId: string) =>
  economy.db.query<{
    scan_id: string;
    verdict: string;
    times: number;
    text: string;
    recipient_ids: string[];
  }>(
    'SELECT scan_id, verdict, times, text, recipient_ids FROM content_scans WHERE account_id = $1 ORDER BY scan_id',
    [accountId],
  );
const alertsOf = (accountId: string) =>
  economy.db.query<{ scan_id: string; score: number; value: number; reason_code: string; language: string }>(
    `SELECT scan_id, score, value_usd_minor::int AS value, reason_code, language FROM case_alerts
     WHERE account_id = $1 AND kind = 'content'`,
    [accountId],
  );

describe('a content scan', () => {
  it('answers verdict, score, reasons, domains and the evidence in the text, and keeps them', async () => {
    const accountId = await economy.account();
    const answer = await scanned({ kind: 'comment', accountId, text: SCAM, contentId: 'c-1' });
    expect(contentScanAnswer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ verdict: 'scam', domains: ['telegrarn.org'], review: null, times: 1 });
    expect(answer.score).toBeGreaterThanOrEqual(800);
    const [reason] = answer.reasons;
    expect(reason).toMatchObject({ code: 'content.lookalike_domain', values: { imitates: 'telegram.org' } });
    const span = answer.spans.find((s: { code: string }) => s.code === reason.code);
    expect(SCAM.slice(span.start, span.end)).toContain('telegrarn.org');
    expect(await stored(accountId)).toMatchObject([{ scan_id: answer.scanId, verdict: 'scam', text: SCAM }]);

    const clean = await scanned({ kind: 'message', accountId, text: CLEAN });
    expect(clean).toMatchObject({ verdict: 'clean', domains: [] });
  });

  it('counts the same text within the hour instead of storing it again, however it is disguised', async () => {
    const accountId = await economy.account();
    const first = await scanned({ kind: 'message', accountId, text: SCAM, recipientId: 'ann' });
    const again = await scanned({ kind: 'message', accountId, text: SCAM.toUpperCase(), recipientId: 'ben' });
    expect(again.scanId).toBe(first.scanId);
    expect(again.times).toBe(2);
    const [row, ...others] = await stored(accountId);
    expect(others).toEqual([]);
    expect([...row!.recipient_ids].sort()).toEqual(['ann', 'ben']);
    const other = await scanned({ kind: 'comment', accountId, text: SCAM });
    expect(other.scanId).not.toBe(first.scanId);
  });

  it('keeps one row and raises one alert when the same text comes many times at once', async () => {
    const accountId = await economy.account();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => scanned({ kind: 'comment', accountId, text: SCAM })),
    );
    expect(new Set(answers.map((a) => a.scanId)).size).toBe(1);
    expect(await stored(accountId)).toMatchObject([{ times: 12 }]);
    expect(await alertsOf(accountId)).toHaveLength(1);
  });

  it('raises an alert with what the author could carry away, and none for what is clean', async () => {
    const accountId = await economy.account({ displayName: 'Cleo' });
    await economy.buy(accountId);
    await scanned({ kind: 'comment', accountId, text: CLEAN });
    expect(await alertsOf(accountId)).toEqual([]);
    const { scanId, score } = await scanned({ kind: 'comment', accountId, text: SCAM });
    await scanned({ kind: 'comment', accountId, text: SCAM });
    // 700 coins become 700 diamonds, worth 350 cents.
    expect(await alertsOf(accountId)).toEqual([
      { scan_id: scanId, score, value: 350, reason_code: 'content.lookalike_domain', language: 'en' },
    ]);
  });

  it('finds bait in the name that the author shows', async () => {
    const accountId = await economy.account({ displayName: 'free coins telegrarn.org' });
    const answer = await scanned({ kind: 'comment', accountId, text: 'Look at my name' });
    expect(answer.verdict).toBe('scam');
    expect(answer.reasons).toContainEqual(expect.objectContaining({ code: 'content.display_name' }));
  });

  it('knows no strangers, no closed accounts and no key without the scope', async () => {
    const body = { kind: 'comment', accountId: 'nobody', text: CLEAN };
    expect((await scan(body).expect(404)).body.code).toBe('account.unknown');
    const accountId = await economy.account();
    await economy.db.query("UPDATE accounts SET status = 'closed' WHERE account_id = $1", [accountId]);
    expect((await scan({ ...body, accountId }).expect(409)).body.code).toBe('account.closed');
    await scan({ kind: 'song', accountId, text: CLEAN }).expect(422);
    await scan({ kind: 'comment', accountId }).expect(422);
    await scan({ kind: 'comment', accountId, text: CLEAN, mood: 'good' }).expect(422);
    const { apiKey } = await economy.newApiKey(['account.read']);
    await economy.request.post('/v1/content/scan').auth(apiKey, { type: 'bearer' }).send(body).expect(403);
    await economy.request.post('/v1/content/scan').send(body).expect(401);
  });
});

describe('texts made to break a scan', () => {
  it('are read as they come: hostile strings, directions turned round, halves of characters', async () => {
    const accountId = await economy.account();
    const texts = [
      ...hostileStrings(),
      '\u202eevil\u2066 \u2069\u202c',
      'cut off here \ud83d',
      'nul \u0000 nul',
    ];
    for (let from = 0; from < texts.length; from += 500) {
      const items = texts.slice(from, from + 500).map((text) => ({ kind: 'comment', accountId, text }));
      const answer = await batch(items).expect(200);
      expect(contentScanBatchAnswer.parse(answer.body)).toEqual(answer.body);
      expect(answer.body.results.filter((r: { code?: string }) => r.code !== undefined)).toEqual([]);
    }
    const bell = await scanned({ kind: 'comment', accountId, text: 'ring\u0000 \ud800ring' });
    const [row] = await economy.db.query<{ text: string }>(
      'SELECT text FROM content_scans WHERE scan_id = $1',
      [bell.scanId],
    );
    expect(row!.text).toBe('ring\ufffd \ufffdring');
  });

  it('may hold ten thousand links', async () => {
    const accountId = await economy.account();
    const text = Array.from({ length: 10_000 }, (_, i) => `https://site-${i}.com/win`).join(' ');
    const answer = await scanned({ kind: 'comment', accountId, text });
    expect(answer.domains.length).toBeGreaterThan(0);
    expect(answer.reasons.map((r: { code: string }) => r.code)).toContain('content.text_cut');
  });

  it('are refused at ten megabytes, alone and in a batch', async () => {
    const accountId = await economy.account();
    const huge = 'coins '.repeat(1_750_000);
    expect((await scan({ kind: 'comment', accountId, text: huge }).expect(413)).body.code).toBe(
      'request.too_large',
    );
    const answer = await batch([
      { kind: 'comment', accountId, text: huge },
      { kind: 'comment', accountId, text: CLEAN },
    ]).expect(200);
    expect(answer.body.results).toMatchObject([
      { code: 'request.invalid', errors: [{ pointer: '/items/0/text' }] },
      { verdict: 'clean' },
    ]);
  });
});

describe('a batch of scans', () => {
  it('answers a thousand in their order, and a bad item fails alone', async () => {
    const [ann, ben] = [await economy.account(), await economy.account()];
    const items: unknown[] = Array.from({ length: 1_000 }, (_, i) => ({
      kind: 'comment',
      accountId: i % 2 === 0 ? ann : ben,
      text: i % 10 === 0 ? `${SCAM}?n=${i}` : `${CLEAN} ${i}`,
    }));
    items[3] = { kind: 'comment', accountId: `ghost-${randomUUID()}`, text: CLEAN };
    items[4] = { kind: 'comment', accountId: ann };
    items[5] = null;
    const { results } = (await batch(items).expect(200)).body;
    expect(results).toHaveLength(1_000);
    expect(results.slice(2, 7)).toMatchObject([
      { verdict: 'clean' },
      { code: 'account.unknown', status: 404 },
      { code: 'request.invalid', errors: [{ pointer: '/items/4/text' }] },
      { code: 'request.invalid', errors: [{ pointer: '/items/5' }] },
      { verdict: 'clean' },
    ]);
    const scams = results.filter((r: { verdict?: string }) => r.verdict === 'scam');
    expect(scams).toHaveLength(100);
    expect((await stored(ann)).length + (await stored(ben)).length).toBe(997);
  });

  it('stores what it holds twice once, with everyone it was sent to', async () => {
    const accountId = await economy.account();
    const item = { kind: 'message', accountId, text: SCAM };
    const { results } = (
      await batch([
        { ...item, recipientId: 'ann' },
        { ...item, recipientId: 'ben' },
      ]).expect(200)
    ).body;
    expect(results[0].scanId).toBe(results[1].scanId);
    expect(results[1].times).toBe(2);
    expect(await stored(accountId)).toMatchObject([{ times: 2, recipient_ids: ['ann', 'ben'] }]);
    await batch([]).expect(422);
    await batch(Array.from({ length: 1_001 }, () => item)).expect(422);
  });

  it('of the same texts at once neither blocks another nor loses a count', async () => {
    const accounts = await Promise.all(Array.from({ length: 6 }, () => economy.account()));
    const items = accounts.map((accountId) => ({ kind: 'comment', accountId, text: SCAM }));
    await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        batch(i % 2 === 0 ? items : items.toReversed())
          .expect(200)
          .then(({ body }) => expect(body.results.every((r: object) => 'verdict' in r)).toBe(true)),
      ),
    );
    for (const accountId of accounts) expect(await stored(accountId)).toMatchObject([{ times: 8 }]);
  });
});

describe('a report', () => {
  const report = async (body: object) =>
    (
      await economy.asPlatform
        .post('/v1/events')
        .send({ type: 'report', ...body })
        .expect(201)
    ).body;

  it('of a text has it scanned and names the scan; one of known content finds it', async () => {
    const accountId = await economy.account();
    const answer = await report({ accountId, reporterId: 'ann', reportedText: SCAM, contentKind: 'message' });
    const [row] = await stored(accountId);
    expect(row).toMatchObject({ scan_id: answer.scanId, verdict: 'scam', recipient_ids: ['ann'] });
    expect(await alertsOf(accountId)).toHaveLength(1);
    const [event] = await economy.db.query<{ details: object }>(
      'SELECT details FROM account_events WHERE account_id = $1',
      [accountId],
    );
    expect(event!.details).toEqual({ reporterId: 'ann', contentKind: 'message', scanId: answer.scanId });

    const { scanId } = await scanned({ kind: 'comment', accountId, text: CLEAN, contentId: 'c-9' });
    expect((await report({ accountId, contentId: 'c-9' })).scanId).toBe(scanId);
    expect(await report({ accountId, contentId: 'c-10' })).not.toHaveProperty('scanId');
  });
});
