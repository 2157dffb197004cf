import type { RuleContent, StaffRule, StaffRuleset } from '@coinwarden/contracts';
import type { RulesetAction } from '@coinwarden/domain';
import type { TestStaff } from './app.js';

/** A rule that speaks against every gift, as somebody would send it. */
export const ruleContentOf = (changes: Partial<RuleContent> = {}): RuleContent => ({
  key: 'every-gift',
  group: 'gift_rings',
  description: 'Every gift, for a test',
  kinds: ['gift'],
  condition: 'tx.coins > 0',
  effect: 'review',
  score: 70,
  mode: 'live',
  reasonCode: 'test.every_gift',
  message: 'A gift.',
  ...changes,
});

export async function draftOf(staff: TestStaff, basedOn?: number): Promise<StaffRuleset> {
  const body = { comment: 'To try something', ...(basedOn !== undefined && { basedOn }) };
  return (await staff.request.post('/staff/rulesets').send(body).expect(201)).body as StaffRuleset;
}

export async function addRuleTo(
  staff: TestStaff,
  draft: StaffRuleset,
  changes: Partial<RuleContent> = {},
): Promise<StaffRule> {
  const body = { rulesetVersion: draft.version, ...ruleContentOf(changes) };
  return (await staff.request.post('/staff/rules').send(body).expect(201)).body as StaffRule;
}

export const act = (
  staff: TestStaff,
  version: number,
  action: RulesetAction,
  body: Record<string, unknown> = {},
) => staff.request.post(`/staff/rulesets/${version}/actions/${action}`).send(body);

export async function liveVersion(staff: TestStaff): Promise<number> {
  const live = await staff.request.get('/staff/rulesets').query({ filter: '{"status":"live"}' }).expect(200);
  return live.body[0].version as number;
}

let submissions = 0;

/** A validated version with one more rule, submitted; the next thing is somebody else's approval. */
export async function submitted(
  staff: TestStaff,
  changes: Partial<RuleContent> = {},
  how: { releaseAt?: string } = {},
): Promise<number> {
  const draft = await draftOf(staff);
  await addRuleTo(staff, draft, { key: `every-gift-${++submissions}`, ...changes });
  await act(staff, draft.version, 'validate').expect(200);
  await act(staff, draft.version, 'submit', { reason: 'Please look at it', ...how }).expect(200);
  return draft.version;
}

export async function release(
  author: TestStaff,
  approver: TestStaff,
  changes: Partial<RuleContent> = {},
): Promise<number> {
  const version = await submitted(author, changes);
  await act(approver, version, 'approve', { replaces: await liveVersion(approver) }).expect(200);
  return version;
}
