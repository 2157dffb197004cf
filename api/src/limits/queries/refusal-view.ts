import type { SpendingAnswer } from '@coinwarden/contracts';
import { limitRoom } from '@coinwarden/contracts';
import type { RefusalRow } from '../persistence/refusals.store.js';

/** A refusal as support is told of it: what was asked for, and what the limit or exclusion said. */
export function refusalOf(row: RefusalRow): SpendingAnswer['refusals'][number] {
  const { code, values } = row.reason;
  const until = values['until'];
  return {
    transactionId: row.transaction_id,
    decidedAt: row.decided_at.toISOString(),
    kind: row.kind,
    code,
    coins: Number(row.coins),
    money:
      row.amount_minor === null || row.currency === null
        ? null
        : { amountMinor: Number(row.amount_minor), currency: row.currency },
    // As it was written then; should that ever have been said otherwise, the refusal still stands without it.
    limit: limitRoom.safeParse(values).data ?? null,
    excludedUntil: typeof until === 'string' ? until : null,
  };
}
