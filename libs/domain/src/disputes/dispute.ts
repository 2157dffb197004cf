import type { Instant } from '../kernel/time.js';
import type { DisputeFact } from '../notices/notice.js';

export const DISPUTE_STAGES = ['inquiry', 'dispute', 'pre_arbitration', 'arbitration'] as const;
export type DisputeStage = (typeof DISPUTE_STAGES)[number];

/** `accepted`: we gave it up. `expired`: nobody answered in time, and the provider has not said so yet. */
export const DISPUTE_STATUSES = [
  'needs_response',
  'under_review',
  'won',
  'lost',
  'accepted',
  'expired',
  'prevented',
  'cancelled',
] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

export const DISPUTE_EVENT_KINDS = [
  'opened',
  'matched',
  'told',
  'money_withdrawn',
  'money_reinstated',
  'assigned',
  'note',
  'refund_opened',
  'answer_asked',
  'answer_sent',
  'answer_lost',
  'answer_refused',
  'expired',
  'closed',
  'compared',
] as const;
export type DisputeEventKind = (typeof DISPUTE_EVENT_KINDS)[number];

/** Over: only another fact of the provider can change it. */
export const isClosed = (status: DisputeStatus): boolean =>
  status !== 'needs_response' && status !== 'under_review' && status !== 'expired';

/** What a provider told about one dispute, and when it became true. */
export interface DisputeTold {
  readonly noticeId: string;
  readonly occurredAt: Instant;
  readonly fact: DisputeFact;
}
