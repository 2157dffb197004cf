import { type Notice, type NoticeFact, noticeReason } from '@coinwarden/domain';
import type { NamedPayment } from '../persistence/payments-named.store.js';

/** A notice as it is applied: what it says, and the purchase behind it when that is known. */
export interface KnownNotice extends Notice {
  readonly storedId: string;
  readonly payment: NamedPayment | null;
}

type Fact<T extends NoticeFact['type']> = Extract<NoticeFact, { readonly type: T }>;
export type NoticeOf<T extends NoticeFact['type']> = KnownNotice & { readonly fact: Fact<T> };

export const NO_PURCHASE = noticeReason('purchase_unknown');
