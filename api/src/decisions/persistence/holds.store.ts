import type { TransactionRequest } from '@coinwarden/contracts';
import type { Hold, LotKind, Outcome, Terms, TransactionKind, TransactionStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** A held transaction as its row tells it: enough to finish or undo it without looking anything up. */
export interface HeldTransaction {
  readonly transactionId: string;
  readonly decidedAt: number;
  readonly status: TransactionStatus;
  readonly terms: Terms;
  readonly hold: Hold | null;
}

interface Row {
  transaction_id: string;
  account_id: string;
  kind: TransactionKind;
  outcome: Outcome;
  status: TransactionStatus;
  coins: bigint;
  diamonds: bigint;
  amount_minor: bigint | null;
  currency: string | null;
  counterparty_id: string | null;
  decided_at: Date;
  request: TransactionRequest;
  purpose: Hold['purpose'] | null;
  captured: boolean | null;
  held_coins: bigint | null;
  held_diamonds: bigint | null;
  lots: [lotId: string, kind: LotKind, coins: number][] | null;
  expires_at: Date | null;
}

/** Finds a transaction by its id alone, with its hold if that is still open. The caller locks the wallets first. */
export async function findHeld(tx: Queryable, transactionId: string): Promise<HeldTransaction | null> {
  const text = `
    SELECT t.transaction_id, t.account_id, t.kind, t.outcome, t.status, t.coins, t.diamonds, t.amount_minor, t.currency,
           t.counterparty_id, t.decided_at, t.request, h.purpose, h.captured, h.coins AS held_coins,
           h.diamonds AS held_diamonds, h.lots, h.expires_at
    FROM transactions t
    LEFT JOIN holds h ON h.account_id = t.account_id AND h.transaction_id = t.transaction_id AND h.ended_at IS NULL
    WHERE t.transaction_id = $1`;
  const [row] = await tx.query<Row>(text, [transactionId]);
  return row === undefined ? null : toHeld(row);
}

function toHeld(row: Row): HeldTransaction {
  const shares = (row.lots ?? []).map(([lotId, kind, coins]) => ({ lotId, kind, coins: BigInt(coins) }));
  const bonusCoins = row.kind === 'purchase' ? (shares.find((s) => s.kind === 'bonus')?.coins ?? 0n) : 0n;
  const { request } = row;
  return {
    transactionId: row.transaction_id,
    decidedAt: row.decided_at.getTime(),
    status: row.status,
    terms: {
      kind: row.kind,
      accountId: row.account_id,
      recipientId: row.counterparty_id,
      coins: row.coins - bonusCoins,
      bonusCoins,
      bonusExpiresAt: null,
      riskUntil: null,
      diamonds: row.diamonds,
      money: row.amount_minor === null ? null : { amountMinor: row.amount_minor, currency: row.currency! },
      captured: row.captured ?? true,
      channel:
        request.kind === 'purchase'
          ? request.payment.provider
          : request.kind === 'withdrawal'
            ? request.payout.method
            : null,
    },
    hold:
      row.purpose === null
        ? null
        : {
            purpose: row.purpose,
            captured: row.captured!,
            coins: row.held_coins!,
            diamonds: row.held_diamonds!,
            shares,
            expiresAt: row.expires_at!.getTime(),
          },
  };
}

/** Holds that should have ended by `at`, oldest first. */
export async function findLapsedHolds(db: Queryable, at: number, limit: number): Promise<string[]> {
  const text = `
    SELECT transaction_id FROM holds WHERE ended_at IS NULL AND expires_at <= $1
    ORDER BY expires_at LIMIT $2`;
  const rows = await db.query<{ transaction_id: string }>(text, [new Date(at), limit]);
  return rows.map((row) => row.transaction_id);
}
