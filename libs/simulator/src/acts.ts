import type { AccountEventRequest, TransactionRequest } from '@coinwarden/contracts';
import type { Pattern } from './options.js';
import type { SimulatedDevice } from './people/devices.js';

/** What a transaction of a kind says beyond who acts, when and from where. */
export type Body<K extends TransactionRequest['kind']> = Omit<
  Extract<TransactionRequest, { kind: K }>,
  'accountId' | 'occurredAt' | 'device' | 'kind'
>;

/** Events that need nothing said but who and where. */
export type PlainEventType = Exclude<AccountEventRequest['type'], 'step_up'>;

/** How someone acts: from which device, and as part of which pattern, if any. */
export interface Doing {
  readonly device: SimulatedDevice;
  readonly pattern?: Pattern | undefined;
}

export interface Paying extends Doing {
  readonly instrument?: string | undefined;
  readonly country?: string | undefined;
  readonly provider?: 'stripe' | 'apple' | 'google';
  readonly promotionCode?: string | undefined;
  /** A payment made before, shown again. */
  readonly reference?: string | undefined;
  /** Asks before the money is taken, and it never is. */
  readonly neverPaid?: boolean | undefined;
}
