import type { Guardianship } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';

let economy: Economy;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy?.close());

const read = async (accountId: string, by = lead): Promise<Guardianship> =>
  (await by.request.get(`/staff/accounts/${accountId}/guardianship`).expect(200)).body;
const link = (accountId: string, guardianAccountId: string, follows: string | null = null, by = lead) =>
  by.request
    .post(`/staff/accounts/${accountId}/actions/link_guardian`)
    .send({ guardianAccountId, follows, reason: 'Shown the papers' });
const unlink = (accountId: string, follows: string | null) =>
  lead.request
    .post(`/staff/accounts/${accountId}/actions/unlink_guardian`)
    .send({ follows, reason: 'By court' });
const guardianOf = async (accountId: string) => (await read(accountId)).guardian?.accountId ?? null;

const CHILD = {
  createdAt: '2025-01-01T00:00:00Z',
  country: 'DE',
  timeZone: 'UTC',
  ageBand: '13-15',
  creator: false,
};
/** The platform tells all it knows of the account again. */
const tellAgain = async (accountId: string, guardianAccountId?: string) =>
  (
    await economy.asPlatform
      .put(`/v1/accounts/${accountId}`)
      .send({
        ...CHILD,
        displayName: `told ${Math.random()}`,
        ...(guardianAccountId && { guardianAccountId }),
      })
      .expect(200)
  ).body.guardianAccountId;

describe('a guardian', () => {
  it('is seen from both sides, named and taken away by a lead with a reason', async () => {
    const mother = await economy.account({ displayName: 'Mother' });
    const child = await economy.account({ ageBand: '13-15', displayName: 'Child' });
    expect(await read(child)).toEqual({
      guardian: null,
      byStaff: false,
      wards: [],
      moreWards: false,
      allowedActions: ['link_guardian'],
    });
    const { body } = await link(child, mother).expect(200);
    expect(body).toMatchObject({
      guardian: { accountId: mother, displayName: 'Mother', ageBand: 'adult', status: 'active' },
      byStaff: true,
      allowedActions: ['link_guardian', 'unlink_guardian'],
    });
    expect((await read(mother)).wards).toMatchObject([
      { accountId: child, displayName: 'Child', ageBand: '13-15' },
    ]);
    expect((await unlink(child, null).expect(409)).body.code).toBe('record.conflict');
    await unlink(child, mother).expect(200);
    expect((await unlink(child, null).expect(409)).body.code).toBe('action.not_allowed');
    expect((await read(mother)).wards).toEqual([]);
    const told = await economy.db.query<{ action: string; reason: string }>(
      "SELECT action, reason FROM audit_log WHERE subject_id = $1 AND action LIKE 'account.guardian%' ORDER BY seq",
      [child],
    );
    expect(told).toEqual([
      { action: 'account.guardian_linked', reason: 'Shown the papers' },
      { action: 'account.guardian_unlinked', reason: 'By court' },
    ]);
  });

  it('that staff named or took away stands until the platform says something new', async () => {
    const [mother, father] = [await economy.account(), await economy.account()];
    const child = await economy.account({ ...CHILD, guardianAccountId: mother });
    await unlink(child, mother).expect(200);
    expect(await tellAgain(child, mother)).toBeNull();
    await link(child, father).expect(200);
    expect(await tellAgain(child, mother)).toBe(father);
    expect(await tellAgain(child)).toBeNull();
    expect((await read(child)).byStaff).toBe(false);
    expect(await tellAgain(child, mother)).toBe(mother);
  });

  it('who has no account here is known by the id alone', async () => {
    const child = await economy.account({ ...CHILD, guardianAccountId: 'elsewhere' });
    expect((await read(child)).guardian).toEqual({ accountId: 'elsewhere' });
  });

  it('is another, an adult’s account, and not under its own ward', async () => {
    const [child, mother, grandmother] = [
      await economy.account({ ageBand: '13-15' }),
      await economy.account(),
      await economy.account(),
    ];
    await link(child, mother).expect(200);
    await link(mother, grandmother).expect(200);
    for (const [ward, guardian] of [
      [mother, mother],
      [grandmother, mother],
      [grandmother, child],
      [mother, 'nobody'],
    ] as const) {
      const follows = await guardianOf(ward);
      const answer = await link(ward, guardian, follows);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/guardianAccountId' }] } });
      expect(await guardianOf(ward)).toBe(follows);
    }
  });

  it('never closes a circle, however many link at once', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => economy.account()));
    const answers = await Promise.all(ids.map((id, i) => link(id, ids[(i + 1) % ids.length]!)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 200, 200, 200, 422]);
  });

  it('is named by one of two who do so at once, and not by support', async () => {
    const child = await economy.account({ ageBand: '13-15' });
    const guardians = await Promise.all(Array.from({ length: 4 }, () => economy.account()));
    const answers = await Promise.all(guardians.map((guardian) => link(child, guardian)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409]);
    const agent = await economy.signIn('support_agent');
    await link(child, guardians[0]!, await guardianOf(child), agent).expect(403);
    expect((await read(child, agent)).allowedActions).toEqual([]);
  });
});
