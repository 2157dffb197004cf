import type { AccountStatus, Money, PaymentProvider, TransactionStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** A purchase as its row tells it, with what everything that takes it back needs to know. */
export interface PurchaseRecord {
  readonly accountId: string;
  readonly purchaseId: string;
  readonly status: TransactionStatus;
  readonly money: Money;
  /** The money that was taken; nothing for a purchase that was voided or still waits for its payment. */
  readonly capturedMinor: bigint;
  readonly provider: PaymentProvider;
  readonly reference: string;
  readonly packageId: string;
  readonly coins: bigint;
  readonly bonusCoins: bigint;
  readonly purchasedAt: number;
  /** Coins of its lots that nobody has spent; what a hold reserves counts. */
  readonly unspentCoins: bigint;
  readonly accountStatus: AccountStatus;
  readonly accountCreatedAt: number;
  /** Whether the ledger knows of the payment: not when the purchase was declined. */
  readonly paymentBooked: boolean;
}

interface Row {
  account_id: string;
  transaction_id: string;
  status: TransactionStatus;
  amount_minor: bigint;
  currency: string;
  captured: boolean;
  provider: PaymentProvider;
  reference: string;
  package_id: string;
  paid: bigint;
  bonus: bigint;
  decided_at: Date;
  unspent: bigint;
  account_status: AccountStatus;
  account_created_at: Date;
  payment_booked: boolean;
}

/** Lots of the purchase by the entry that credited them; what is left of them stands in the wallet. */
const SELECT = `
  SELECT t.account_id, t.transaction_id, t.status, t.amount_minor, t.currency,
         CASE WHEN h.transaction_id IS NOT NULL THEN h.captured OR h.ended_by IS NOT DISTINCT FROM 'captured'
              ELSE (t.request -> 'payment' ->> 'captured')::boolean END
           AS captured,
         t.request -> 'payment' ->> 'provider' AS provider, t.request -> 'payment' ->> 'reference' AS reference,
         t.request ->> 'packageId' AS package_id, lots.paid, lots.bonus, t.decided_at, lots.unspent,
         a.status AS account_status, a.created_at AS account_created_at,
         EXISTS (SELECT FROM journal_entries j WHERE j.account_id = t.account_id
                   AND j.transaction_id = t.transaction_id AND j.kind = 'purchase_payment') AS payment_booked
  FROM transactions t
  JOIN accounts a ON a.account_id = t.account_id
  JOIN wallets w ON w.account_id = t.account_id
  LEFT JOIN holds h ON h.account_id = t.account_id AND h.transaction_id = t.transaction_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(l.granted) FILTER (WHERE l.kind = 'paid'), 0)::bigint AS paid,
           coalesce(sum(l.granted) FILTER (WHERE l.kind = 'bonus'), 0)::bigint AS bonus,
           coalesce(sum((o.value ->> 2)::bigint), 0)::bigint AS unspent
    FROM journal_entries j
    CROSS JOIN LATERAL json_array_elements(j.postings) AS p (value)
    JOIN coin_lots l ON l.account_id = j.account_id AND l.lot_id = (p.value ->> 3)::uuid
    LEFT JOIN LATERAL jsonb_array_elements(w.lots::jsonb) AS o (value) ON (o.value ->> 0)::uuid = l.lot_id
    WHERE j.account_id = t.account_id AND j.transaction_id = t.transaction_id AND j.kind = 'purchase_credit'
  ) lots
  WHERE t.kind = 'purchase'`;

const BY_ID = `${SELECT} AND t.transaction_id = $1`;

/** By the purchase's transaction id, or null. */
export async function readPurchase(db: Queryable, purchaseId: string): Promise<PurchaseRecord | null> {
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(purchaseId)) return null;
  const rows = await db.query<Row>({ name: 'purchase-read', text: BY_ID }, [purchaseId]);
  return rows[0] ? toRecord(rows[0]) : null;
}

/** By its payment: the reference belongs to one purchase only. */
export async function readPurchaseByReference(
  db: Queryable,
  payment: { provider: PaymentProvider; reference: string },
): Promise<PurchaseRecord | null> {
  const purchaseId = await readPurchasePaidBy(db, payment);
  return purchaseId === null ? null : readPurchase(db, purchaseId);
}

/** Which purchase a payment was for. */
export async function readPurchasePaidBy(
  db: Queryable,
  payment: { provider: PaymentProvider; reference: string },
): Promise<string | null> {
  const text = 'SELECT transaction_id FROM payment_references WHERE provider = $1 AND reference = $2';
  const [found] = await db.query<{ transaction_id: string }>({ name: 'purchase-paid-by', text }, [
    payment.provider,
    payment.reference,
  ]);
  return found?.transaction_id ?? null;
}

function toRecord(row: Row): PurchaseRecord {
  const taken = row.captured && row.status !== 'voided';
  return {
    accountId: row.account_id,
    purchaseId: row.transaction_id,
    status: row.status,
    money: { amountMinor: row.amount_minor, currency: row.currency },
    capturedMinor: taken ? row.amount_minor : 0n,
    provider: row.provider,
    reference: row.reference,
    packageId: row.package_id,
    coins: row.paid,
    bonusCoins: row.bonus,
    purchasedAt: row.decided_at.getTime(),
    unspentCoins: row.unspent,
    accountStatus: row.account_status,
    accountCreatedAt: row.account_created_at.getTime(),
    paymentBooked: row.payment_booked,
  };
}
