import type {
  AccountFacts,
  DeliveryFacts,
  DisputedFacts,
  EvidenceCategory,
  PaymentProvider,
  PurchaseFacts,
  TransactionStatus,
} from '@coinwarden/domain';
import { PURCHASED_PACKAGE_NAME } from '../../../packages/packages.public.js';
import type { Queryable } from '../../../platform/database/sql.js';

export interface DisputedPurchase {
  readonly dispute: DisputedFacts;
  readonly purchase: PurchaseFacts;
  readonly account: AccountFacts;
  readonly delivery: DeliveryFacts;
}

interface Row {
  dispute_id: string;
  provider_dispute_id: string;
  category: EvidenceCategory;
  reason: string;
  network_reason_code: string | null;
  scheme: string | null;
  disputed_minor: bigint;
  disputed_currency: string;
  opened_at: Date;
  transaction_id: string;
  payment: { provider: PaymentProvider; reference: string; instrument?: string; country?: string };
  device: { id: string; ip: string; userAgent?: string } | null;
  amount_minor: bigint;
  currency: string;
  package_name: string;
  status: TransactionStatus;
  occurred_at: Date;
  delivered_at: Date | null;
  paid: bigint;
  bonus: bigint;
  account_id: string;
  display_name: string | null;
  email: string | null;
  country: string;
  account_status: AccountFacts['status'];
  created_at: Date;
}

/** A held credit is delivered when its hold ends well; any other the moment it was decided. */
const READ = `
  SELECT d.dispute_id, d.provider_dispute_id, d.category, d.reason, d.network_reason_code, d.scheme,
         d.amount_minor AS disputed_minor, d.currency AS disputed_currency, d.opened_at,
         t.transaction_id, t.request -> 'payment' AS payment, t.request -> 'device' AS device,
         t.amount_minor, t.currency, coalesce(${PURCHASED_PACKAGE_NAME}, t.request ->> 'packageId') AS package_name, t.status, t.occurred_at,
         CASE WHEN t.status = 'posted' THEN coalesce(h.ended_at, t.decided_at) END AS delivered_at,
         lots.paid, lots.bonus,
         a.account_id, a.display_name, a.email, a.country, a.status AS account_status, a.created_at
  FROM disputes d
  JOIN transactions t ON t.account_id = d.account_id AND t.transaction_id = d.purchase_id
  JOIN accounts a ON a.account_id = t.account_id
  LEFT JOIN holds h ON h.account_id = t.account_id AND h.transaction_id = t.transaction_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(l.granted) FILTER (WHERE l.kind = 'paid'), 0)::bigint AS paid,
           coalesce(sum(l.granted) FILTER (WHERE l.kind = 'bonus'), 0)::bigint AS bonus
    FROM journal_entries j
    CROSS JOIN LATERAL json_array_elements(j.postings) AS post (value)
    JOIN coin_lots l ON l.account_id = j.account_id AND l.lot_id = (post.value ->> 3)::uuid
    WHERE j.account_id = t.account_id AND j.transaction_id = t.transaction_id AND j.kind = 'purchase_credit'
  ) lots
  WHERE d.dispute_id = $1`;

/** The purchase a dispute is about, or null: for an unknown dispute, and for one whose purchase has not come yet. */
export async function readDisputedPurchase(
  db: Queryable,
  disputeId: string,
): Promise<DisputedPurchase | null> {
  const [row] = await db.query<Row>(READ, [disputeId]);
  if (!row) return null;
  return {
    dispute: {
      disputeId: row.dispute_id,
      providerDisputeId: row.provider_dispute_id,
      category: row.category,
      reason: row.reason,
      networkReasonCode: row.network_reason_code,
      scheme: row.scheme,
      money: { amountMinor: row.disputed_minor, currency: row.disputed_currency },
      openedAt: row.opened_at.getTime(),
    },
    purchase: purchaseOf(row),
    account: {
      accountId: row.account_id,
      displayName: row.display_name,
      email: row.email,
      country: row.country,
      status: row.account_status,
      createdAt: row.created_at.getTime(),
    },
    delivery: {
      paidCoins: row.paid,
      bonusCoins: row.bonus,
      deliveredAt: row.delivered_at?.getTime() ?? null,
    },
  };
}

const purchaseOf = (row: Row): PurchaseFacts => ({
  purchaseId: row.transaction_id,
  provider: row.payment.provider,
  reference: row.payment.reference,
  instrument: row.payment.instrument ?? null,
  instrumentCountry: row.payment.country ?? null,
  userAgent: row.device?.userAgent ?? null,
  deviceId: row.device?.id ?? null,
  ip: row.device?.ip ?? null,
  money: { amountMinor: row.amount_minor, currency: row.currency },
  packageName: row.package_name,
  status: row.status,
  purchasedAt: row.occurred_at.getTime(),
});
