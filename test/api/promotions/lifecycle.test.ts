import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Economy, startEconomy } from '../../support/economy.js';
import { PromotionDesk, promotionContents } from '../../support/promotions.js';

let economy: Economy;
let ada: PromotionDesk;
let bob: PromotionDesk;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  ada = new PromotionDesk(await economy.signIn('product_manager'));
  bob = new PromotionDesk(await economy.signIn('product_manager'));
});
afterAll(() => economy?.close());

const pointers = (answer: { body: { errors: { pointer: string }[] } }) =>
  answer.body.errors.map(({ pointer }) => pointer);
const audited = (id: string) =>
  economy.db.query<{ action: string }>(
    `SELECT action FROM audit_log WHERE subject_type = 'promotion' AND subject_id = $1 ORDER BY seq`,
    [id],
  );

describe('a promotion', () => {
  test('of a small budget is written, released and stopped by one person', async () => {
    const made = await ada.draft('small').expect(201);
    expect(made.body).toMatchObject({ ...promotionContents(), id: 'small', status: 'draft', revision: 1 });
    expect(made.body.allowedActions).toEqual(['edit', 'move', 'submit', 'discard']);
    const noReason = await ada.act('small', 'submit', { revision: 1 }).expect(422);
    expect(noReason.body.code).toBe('action.reason_required');
    const released = await ada.act('small', 'submit', { revision: 1, reason: 'Autumn' }).expect(200);
    expect(released.body).toMatchObject({ status: 'active', running: true });
    expect(released.body.allowedActions).toEqual(['pause', 'end']);

    const paused = await ada.act('small', 'pause', { reason: 'Looks wrong' }).expect(200);
    expect(paused.body).toMatchObject({
      status: 'paused',
      running: false,
      paused: { by: ada.staff.email, reason: 'Looks wrong' },
    });
    expect((await ada.act('small', 'resume', { reason: 'It was fine' }).expect(200)).body.status).toBe(
      'active',
    );
    expect((await ada.act('small', 'end', { reason: 'Enough' }).expect(200)).body.allowedActions).toEqual([]);

    const { body: history } = await ada.staff.request.get('/staff/promotions/small/history').expect(200);
    expect(history.map((entry: { action: string }) => entry.action)).toEqual([
      'ended',
      'resumed',
      'paused',
      'submitted',
      'created',
    ]);
    expect(history[2]).toMatchObject({ by: ada.staff.email, reason: 'Looks wrong' });
    expect((await audited('small')).map(({ action }) => action)).toEqual([
      'promotion.created',
      'promotion.submitted',
      'promotion.paused',
      'promotion.resumed',
      'promotion.ended',
    ]);
  });

  test.each([
    ['of a large budget', 100_001],
    ['without a budget', null],
  ])('%s is approved by somebody else, in the revision they read', async (_, budgetCoins) => {
    const id = `large-${budgetCoins}`;
    await ada.draft(id, { budgetCoins }).expect(201);
    const sent = await ada.act(id, 'submit', { revision: 1, reason: 'Christmas' }).expect(200);
    expect(sent.body).toMatchObject({ status: 'pending_approval', needsApproval: true });
    const own = await ada.act(id, 'approve', { revision: 1 }).expect(403);
    expect(own.body.code).toBe('promotion.self_approval');

    await ada.act(id, 'recall', { reason: 'A slip' }).expect(200);
    await ada.staff.request
      .put(`/staff/promotions/${id}`)
      .send({ revision: 1, ...promotionContents({ budgetCoins, value: 12 }) })
      .expect(200);
    await ada.act(id, 'submit', { revision: 2, reason: 'Christmas' }).expect(200);
    const old = await bob.act(id, 'approve', { revision: 1 }).expect(409);
    expect(old.body.code).toBe('record.conflict');
    const both = await Promise.all([
      bob.act(id, 'approve', { revision: 2 }),
      bob.act(id, 'approve', { revision: 2 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await ada.read(id)).status).toBe('active');
  });

  test('that was rejected is a draft again, and says why', async () => {
    await ada.draft('rejected', { budgetCoins: null }).expect(201);
    await ada.act('rejected', 'submit', { revision: 1, reason: 'Try' }).expect(200);
    await bob.act('rejected', 'reject', { revision: 1, reason: 'Far too much' }).expect(200);
    expect(await ada.read('rejected')).toMatchObject({ status: 'draft' });
    const { body } = await ada.staff.request.get('/staff/promotions/rejected/history').expect(200);
    expect(body[0]).toMatchObject({ action: 'rejected', by: bob.staff.email, reason: 'Far too much' });
  });

  test('edited by two at once takes one, and the other is told', async () => {
    await ada.draft('two').expect(201);
    const put = (desk: PromotionDesk, name: string) =>
      desk.staff.request.put('/staff/promotions/two').send({ revision: 1, ...promotionContents({ name }) });
    const answers = await Promise.all([put(ada, 'Hers'), put(bob, 'His')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200)!;
    const lost = answers.find(({ status }) => status === 409)!;
    expect(lost.body.code).toBe('record.conflict');
    expect(await ada.read('two')).toMatchObject({ name: won.body.name, revision: 2 });
  });

  test('moves by days and keeps its times while it is a draft', async () => {
    const window = {
      startsLocal: '2027-03-27T18:00',
      endsLocal: '2027-03-28T01:30',
      timeZone: 'Europe/Berlin',
    };
    await ada.draft('moving', window).expect(201);
    const moved = await ada.act('moving', 'move', { revision: 1, days: 1 }).expect(200);
    expect(moved.body).toMatchObject({
      startsLocal: '2027-03-28T18:00',
      startsAt: '2027-03-28T16:00:00.000Z',
      endsLocal: '2027-03-29T01:30',
      revision: 2,
    });
    await ada.act('moving', 'submit', { revision: 2, reason: 'Test' }).expect(200);
    const late = await ada.act('moving', 'move', { revision: 2, days: 1 }).expect(409);
    expect(late.body.code).toBe('promotion.not_draft');
    // Nobody has bought with it: it may come back to the desk.
    expect((await ada.act('moving', 'recall', { reason: 'Later' }).expect(200)).body.status).toBe('draft');
  });

  test('that is discarded is gone, but for the audit log', async () => {
    await ada.draft('discarded').expect(201);
    await ada.act('discarded', 'discard', { reason: 'Not wanted' }).expect(204);
    await ada.staff.request.get('/staff/promotions/discarded').expect(404);
    expect((await audited('discarded')).map(({ action }) => action)).toContain('promotion.discarded');
  });

  test.each([
    [{ effect: 'price_discount_percent', value: 100 }, ['/value']],
    [{ startsLocal: '2027-01-02T00:00', endsLocal: '2027-01-02T00:00' }, ['/endsLocal']],
    [{ startsLocal: '2027-02-30T00:00' }, ['/startsLocal']],
    [{ timeZone: 'Mars/Olympus' }, ['/timeZone']],
    [{ packageIds: ['coins-70', 'nothing'] }, ['/packageIds/1']],
    [{ audience: 'account.agedays > 3' }, ['/audience']],
    [{ code: 'XMAS', singleUseCodes: true, holdoutPercent: 10 }, ['/code', '/holdoutPercent']],
    [{ budgetCoins: null, pausePacePercent: 200 }, ['/pausePacePercent']],
    [{ name: ' ' }, ['/name']],
  ] as const)('is not written as %j', async (wrong, expected) => {
    const overrides = wrong as Parameters<PromotionDesk['draft']>[1];
    expect(pointers(await ada.draft('wrong', overrides).expect(422))).toEqual(expected);
  });

  test('keeps its code to itself, whatever the case', async () => {
    await ada.draft('first', { code: 'Spring' }).expect(201);
    expect(pointers(await ada.draft('second', { code: 'SPRING' }).expect(422))).toEqual(['/code']);
  });

  test('whose window is over, or that has no codes yet, is not released', async () => {
    await ada.draft('over', { startsLocal: '2026-01-01T00:00', endsLocal: '2026-01-02T00:00' }).expect(201);
    const over = await ada.act('over', 'submit', { revision: 1, reason: 'Test' }).expect(409);
    expect(over.body.detail).toContain('window is over');
    await ada.draft('codeless', { singleUseCodes: true }).expect(201);
    const codeless = await ada.act('codeless', 'submit', { revision: 1, reason: 'Test' }).expect(409);
    expect(codeless.body.detail).toContain('no codes');
  });

  test('is written by product managers only, and stopped by safety leads too', async () => {
    const lead = new PromotionDesk(await economy.signIn('ts_lead'));
    const auditor = new PromotionDesk(await economy.signIn('auditor'));
    await lead.draft('leads').expect(403);
    await ada.release('stoppable');
    expect((await lead.read('stoppable')).allowedActions).toEqual(['pause']);
    expect((await auditor.read('stoppable')).allowedActions).toEqual([]);
    expect((await auditor.act('stoppable', 'pause', { reason: 'x' }).expect(403)).body.code).toBe(
      'auth.forbidden',
    );
    await lead.act('stoppable', 'pause', { reason: 'A farm' }).expect(200);
    await lead.act('stoppable', 'resume', { reason: 'x' }).expect(403);
  });
});
