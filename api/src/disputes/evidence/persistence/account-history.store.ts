import {
  type ActivityFact,
  DAY,
  type OtherPurchase,
  type PurchaseFacts,
  type RefundGiven,
} from '@coinwarden/domain';
import { PURCHASED_PACKAGE_NAME } from '../../../packages/packages.public.js';
import type { Queryable } from '../../../platform/database/sql.js';

interface Subject {
  readonly accountId: string;
  readonly purchase: PurchaseFacts;
}

const AROUND = 30 * DAY;
const MAX_EVENTS = 25;
const MAX_PRIOR = 100;
const NEAR = 7 * DAY;
const MAX_NEAR = 10;

/** The sign-ins and changes of credentials closest to the purchase: a bank asks who was there, then. */
export async function readActivity(db: Queryable, { accountId, purchase }: Subject): Promise<ActivityFact[]> {
  const text = `
    SELECT type, occurred_at, device_id, ip FROM account_events
    WHERE account_id = $1 AND type <> 'report' AND occurred_at BETWEEN $2 AND $3
    ORDER BY abs(extract(epoch FROM occurred_at - $4)), event_id LIMIT ${MAX_EVENTS}`;
  const at = purchase.purchasedAt;
  const rows = await db.query<{
    type: ActivityFact['type'];
    occurred_at: Date;
    device_id: string | null;
    ip: string | null;
  }>(text, [accountId, new Date(at - AROUND), new Date(at + AROUND), new Date(at)]);
  return rows
    .map((row) => ({ type: row.type, at: row.occurred_at.getTime(), deviceId: row.device_id, ip: row.ip }))
    .sort((a, b) => a.at - b.at);
}

interface PurchaseRow {
  transaction_id: string;
  reference: string;
  instrument: string | null;
  device_id: string | null;
  ip: string | null;
  amount_minor: bigint;
  currency: string;
  package_name: string;
  occurred_at: Date;
}

const PURCHASES = `
  SELECT t.transaction_id, t.request -> 'payment' ->> 'reference' AS reference,
         t.request -> 'payment' ->> 'instrument' AS instrument, t.request -> 'device' ->> 'id' AS device_id,
         t.request -> 'device' ->> 'ip' AS ip, t.amount_minor, t.currency,
         coalesce(${PURCHASED_PACKAGE_NAME}, t.request ->> 'packageId') AS package_name, t.occurred_at
  FROM transactions t
  WHERE t.account_id = $1 AND t.kind = 'purchase' AND t.status = 'posted' AND t.transaction_id <> $2`;

/** No claim of any kind and no dispute of any outcome: such a purchase proves nothing. */
const UNDISPUTED = `
  NOT EXISTS (SELECT FROM money_back_claims c WHERE c.account_id = t.account_id AND c.purchase_id = t.transaction_id
                AND (c.kind = 'dispute' OR c.paid_minor > 0 OR c.reserved_minor > 0))
  AND NOT EXISTS (SELECT FROM disputes d WHERE d.account_id = t.account_id AND d.purchase_id = t.transaction_id)`;

export async function readPriorPurchases(
  db: Queryable,
  { accountId, purchase }: Subject,
): Promise<OtherPurchase[]> {
  const text = `${PURCHASES} AND t.occurred_at < $3 AND ${UNDISPUTED}
    ORDER BY t.occurred_at DESC, t.transaction_id DESC LIMIT ${MAX_PRIOR}`;
  const values = [accountId, purchase.purchaseId, new Date(purchase.purchasedAt)];
  return (await db.query<PurchaseRow>(text, values)).map(toPurchase);
}

/** What a buyer may have taken this purchase for: the same amount, a few days apart at most. */
export async function readSimilarPurchases(
  db: Queryable,
  { accountId, purchase }: Subject,
): Promise<OtherPurchase[]> {
  const text = `${PURCHASES} AND t.amount_minor = $3 AND t.currency = $4 AND t.occurred_at BETWEEN $5 AND $6
    ORDER BY t.occurred_at, t.transaction_id LIMIT ${MAX_NEAR}`;
  const { purchaseId, money, purchasedAt } = purchase;
  const values = [
    accountId,
    purchaseId,
    money.amountMinor,
    money.currency,
    new Date(purchasedAt - NEAR),
    new Date(purchasedAt + NEAR),
  ];
  return (await db.query<PurchaseRow>(text, values)).map(toPurchase);
}

export async function countOtherDisputes(db: Queryable, { accountId, purchase }: Subject): Promise<number> {
  const text = `
    SELECT count(DISTINCT purchase_id)::int AS count FROM disputes
    WHERE account_id = $1 AND purchase_id <> $2`;
  const [row] = await db.query<{ count: number }>(text, [accountId, purchase.purchaseId]);
  return row?.count ?? 0;
}

/** From the claims, which are what is booked, whoever made the refund. */
export async function readRefunds(db: Queryable, { accountId, purchase }: Subject): Promise<RefundGiven[]> {
  const text = `
    SELECT claim_id, reserved_minor, paid_minor, updated_at FROM money_back_claims
    WHERE account_id = $1 AND purchase_id = $2 AND kind = 'refund' AND reserved_minor + paid_minor > 0
    ORDER BY claim_id`;
  const rows = await db.query<{
    claim_id: string;
    reserved_minor: bigint;
    paid_minor: bigint;
    updated_at: Date;
  }>(text, [accountId, purchase.purchaseId]);
  return rows.map((row) => ({
    refundId: row.claim_id,
    money: { amountMinor: row.reserved_minor + row.paid_minor, currency: purchase.money.currency },
    paid: row.paid_minor > 0n,
    at: row.updated_at.getTime(),
  }));
}

const toPurchase = (row: PurchaseRow): OtherPurchase => ({
  purchaseId: row.transaction_id,
  reference: row.reference,
  instrument: row.instrument,
  money: { amountMinor: row.amount_minor, currency: row.currency },
  packageName: row.package_name,
  purchasedAt: row.occurred_at.getTime(),
  deviceId: row.device_id,
  ip: row.ip,
});
