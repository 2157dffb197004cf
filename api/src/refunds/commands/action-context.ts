import type { RefundActionRequest } from '@coinwarden/contracts';
import type { RefundActor, RefundRecord } from '../persistence/refunds.store.js';

/** Somebody does something to a locked refund. */
export interface ActionContext {
  readonly refund: RefundRecord;
  readonly body: RefundActionRequest;
  readonly actor: RefundActor;
  readonly at: number;
}
