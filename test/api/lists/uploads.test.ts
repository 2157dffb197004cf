import { ListIndex } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ListsCache } from '../../../api/src/lists/lists.public.js';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

let app: TestApp;
let lead: TestStaff;
beforeAll(async () => {
  app = await startTestApp();
  lead = await app.signIn('ts_lead');
});
afterAll(() => app?.close());

const request = {
  list: 'block',
  type: 'device',
  reason: 'From a partner',
  wrongRows: 'refuse',
  dryRun: false,
};
const upload = (change: object) => lead.request.post('/staff/lists/batch').send({ ...request, ...change });
const count = async (pattern: string) => {
  const [row] = await app.db.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM list_entries WHERE value LIKE $1',
    [pattern],
  );
  return row!.n;
};

describe('uploads to lists', () => {
  it('adds one value a line, once however often it is sent, in one audit entry', async () => {
    const text = 'up-1\n\n up-2 \r\nup-1\nup,3\n';
    const first = await upload({ text }).expect(200);
    expect(first.body).toMatchObject({ rows: 4, added: 3, present: 0, repeated: 1, refused: 0 });
    const second = await upload({ text }).expect(200);
    expect(second.body).toMatchObject({ rows: 4, added: 0, present: 3, repeated: 1 });
    expect(await count('up%')).toBe(3);
    const audit = await app.db.query<{ details: object }>(
      `SELECT details FROM audit_log WHERE action = 'list.entries_uploaded' ORDER BY seq`,
    );
    expect(audit.map(({ details }) => details)).toEqual([
      expect.objectContaining({ rows: 4, added: 3 }),
      expect.objectContaining({ rows: 4, added: 0, present: 3 }),
    ]);
  });

  it('names wrong rows by their line, and adds all or none, or those that are right', async () => {
    const text = [
      'type;value;reason;list;expires at',
      'ip;203.0.113.9;;;',
      'ip;203.0.113;;;',
      '"network";203.0.113.7/24;"over',
      'two lines";;',
      'web_domain;mixed-1.example;"Said ""scam""";watch;2099-01-01T00:00:00Z',
      'shoe;46;;;',
      'ip;203.0.113.10;;;2001-01-01T00:00:00Z',
    ].join('\n');
    const dry = await upload({ text, dryRun: true }).expect(200);
    expect(dry.body).toMatchObject({ dryRun: true, rows: 6, added: 2, refused: 4 });
    expect(dry.body.errors.map((error: { line: number }) => error.line)).toEqual([3, 4, 7, 8]);
    expect(await count('mixed%')).toBe(0);

    const refused = await upload({ text }).expect(422);
    expect(refused.body.errors).toHaveLength(4);
    expect(refused.body.errors[0]).toMatchObject({
      pointer: '/text',
      detail: expect.stringContaining('line 3'),
    });
    expect(await count('203.0.113%')).toBe(0);

    const skipped = await upload({ text, wrongRows: 'skip' }).expect(200);
    expect(skipped.body).toMatchObject({ added: 2, refused: 4 });
    const seen = await lead.request
      .get('/staff/lists')
      .query({ filter: JSON.stringify({ q: 'mixed-1' }) })
      .expect(200);
    expect(seen.body[0]).toMatchObject({
      list: 'watch',
      type: 'web_domain',
      reason: 'Said "scam"',
      expiresAt: '2099-01-01T00:00:00.000Z',
    });
  });

  it('names values that another list holds', async () => {
    await upload({ text: 'both-1', list: 'allow' }).expect(200);
    const dry = await upload({ text: 'both-1\nboth-2', dryRun: true }).expect(200);
    expect(dry.body).toMatchObject({
      conflicts: 1,
      conflictExamples: [{ line: 1, value: 'both-1', list: 'block', otherList: 'allow' }],
    });
  });

  it('takes two uploads of the same values at once, in whatever order each has them', async () => {
    const values = Array.from({ length: 500 }, (_, i) => `race-${i}`);
    const answers = await Promise.all([
      upload({ text: values.join('\n') }),
      upload({ text: values.toReversed().join('\n') }),
      lead.request
        .post('/staff/lists')
        .send({ list: 'block', type: 'device', value: 'race-7', reason: 'One' }),
    ]);
    expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([200, 200]);
    expect([201, 409]).toContain(answers[2]!.status);
    expect(await count('race-%')).toBe(500);
  });

  it('exports what it takes back', async () => {
    await upload({ text: '=cmd|x\nexport,"2"', type: 'account' }).expect(200);
    const exported = await lead.request
      .get('/staff/lists/export')
      .query({ filter: JSON.stringify({ type: 'account' }) })
      .expect(200);
    expect(exported.headers['content-type']).toContain('text/csv');
    expect(exported.text).toContain("'=cmd|x");
    const back = await upload({ text: exported.text }).expect(200);
    expect(back.body).toMatchObject({ rows: 2, added: 0, present: 2, refused: 0 });
  });

  it('takes a hundred thousand rows, and not one more', async () => {
    const text = Array.from({ length: 100_000 }, (_, i) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
    const answer = await upload({ text: text.join('\n'), type: 'ip' }).expect(200);
    expect(answer.body).toMatchObject({ rows: 100_000, added: 100_000 });
    const index = await app.app.get(ListsCache).load(app.db);
    expect(index).toBeInstanceOf(ListIndex);
    expect(index.matches('block', { ip: '10.1.134.159' }, Date.now())).toEqual(['ip']);
    const more = await upload({ text: [...text, '10.9.9.9'].join('\n'), type: 'ip' }).expect(422);
    expect(more.body.errors[0].pointer).toBe('/text');
  });

  it.each(['a\u0000b', '\ud800'])('refuses text that cannot be stored as it was sent: %j', async (text) => {
    const refused = await upload({ text, dryRun: true, wrongRows: 'skip' }).expect(422);
    expect(refused.body.errors[0].pointer).toBe('/text');
  });

  it('is refused to those who may only read', async () => {
    const auditor = await app.signIn('auditor');
    await auditor.request
      .post('/staff/lists/batch')
      .send({ ...request, text: 'x' })
      .expect(403);
    await auditor.request.get('/staff/lists/export').expect(200);
  });
});
