import { DAY, type DisputeFact, type DisputeTold, HOUR } from '@coinwarden/domain';

export const OPENED = Date.parse('2026-03-01T10:00:00Z');

/** A dispute over US$ 9.99, as its first notice tells it. */
export const fact = (changes: Partial<DisputeFact> = {}): DisputeFact => ({
  type: 'dispute',
  reference: 'pi_1',
  providerDisputeId: 'dp_1',
  stage: 'dispute',
  status: 'needs_response',
  reason: 'fraudulent',
  networkReasonCode: '10.4',
  scheme: 'visa',
  money: { amountMinor: 999n, currency: 'USD' },
  openedAt: OPENED,
  dueAt: OPENED + 8 * DAY,
  submissions: 0,
  refundable: false,
  moneyEvents: [],
  ...changes,
});

let made = 0;
export const told = (
  changes: Partial<DisputeFact> = {},
  hours = 0,
  noticeId = `evt_${++made}`,
): DisputeTold => ({
  noticeId,
  occurredAt: OPENED + hours * HOUR,
  fact: fact(changes),
});

export const withdrawn = (eventId: string, changes: Partial<DisputeFact['moneyEvents'][number]> = {}) => ({
  eventId,
  kind: 'withdrawn' as const,
  amountMinor: 999n,
  feeMinor: 1_500n,
  currency: 'USD',
  at: OPENED,
  ...changes,
});
export const reinstated = (eventId: string, changes: Partial<DisputeFact['moneyEvents'][number]> = {}) => ({
  ...withdrawn(eventId, { feeMinor: 0n, at: OPENED + 20 * DAY }),
  kind: 'reinstated' as const,
  ...changes,
});
