import { randomUUID } from 'node:crypto';
import type { Problem, RefundAnswer, StaffRefundDetail } from '@coinwarden/contracts';
import { expect } from '@jest/globals';
import { WorkOffRefunds } from '../../../api/src/refunds/refunds.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, purchaseOf } from '../../support/economy.js';
import { bookedOf, type Purchase } from '../../support/money-back.js';

export interface Bought extends Purchase {
  readonly reference: string;
}

/** Buys 700 coins for US$ 9.99, paid through the provider. */
export async function buy(
  economy: Economy,
  accountId: string,
  provider: 'stripe' | 'apple' | 'google' | 'other' = 'stripe',
): Promise<Bought> {
  const { payment } = purchaseOf(accountId);
  const reference = `pi_${randomUUID()}`;
  const answer = await economy.buy(accountId, { payment: { ...payment, provider, reference } });
  return { accountId, purchaseId: answer.transactionId, reference };
}

export async function request(
  economy: Economy,
  body: object,
  key: string = randomUUID(),
): Promise<RefundAnswer & Omit<Problem, 'status'> & { httpStatus: number }> {
  const answer = await economy.asPlatform.post('/v1/refunds').set('Idempotency-Key', key).send(body);
  return { ...answer.body, httpStatus: answer.status };
}

/** Whoever asks as staff gets the detail back. */
export async function ask(staff: TestStaff, body: object): Promise<StaffRefundDetail> {
  const answer = await staff.request.post('/staff/refunds').send(body);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
}

export const act = (staff: TestStaff, refundId: string, action: string, body: object = {}) =>
  staff.request.post(`/staff/refunds/${refundId}/actions/${action}`).send(body);

export const page = async (staff: TestStaff, refundId: string): Promise<StaffRefundDetail> =>
  (await staff.request.get(`/staff/refunds/${refundId}`).expect(200)).body;

/** Looks at what an approval would do, and approves it. */
export async function approve(staff: TestStaff, refundId: string) {
  const preview = await staff.request.get(`/staff/refunds/${refundId}/preview`).expect(200);
  return act(staff, refundId, 'approve', { previewHash: preview.body.clawback.hash });
}

export const workOff = (economy: Economy) => economy.app.get(WorkOffRefunds, { strict: false }).run();

/** As if the time to look again had come. */
export const callAgain = async (economy: Economy, refundId: string) => {
  await economy.db.query("UPDATE refunds SET try_at = now() - interval '1 second' WHERE refund_id = $1", [
    refundId,
  ]);
  await workOff(economy);
};

/** Σ refunded + reserved + lost ≤ captured, of this purchase; answers what is booked. */
export async function expectPaidOnce(economy: Economy, purchase: Purchase) {
  const booked = await bookedOf(economy, purchase);
  expect((booked?.refunded ?? 0) + (booked?.reserved ?? 0) + (booked?.lost ?? 0)).toBeLessThanOrEqual(999);
  return booked;
}
