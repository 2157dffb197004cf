import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface PaymentReference {
  readonly provider: string;
  readonly reference: string;
}

export interface PaymentClaim extends PaymentReference {
  readonly accountId: string;
  readonly transactionId: string;
}

export const referenceKey = (r: PaymentReference): string => `${r.provider}:${r.reference}`;

const byKey = (a: PaymentReference, b: PaymentReference): number =>
  referenceKey(a) < referenceKey(b) ? -1 : 1;

/**
 * Claims payment references and answers the claims that were free (of several to one payment, the first). Another batch claiming the same one is
 * waited for, so of two purchases with one payment exactly one gets it; sorted, so that nobody waits in a circle.
 */
export async function claimReferences(
  tx: Queryable,
  claims: readonly PaymentClaim[],
): Promise<PaymentClaim[]> {
  if (claims.length === 0) return [];
  const first = new Map<string, PaymentClaim>();
  for (const claim of claims) if (!first.has(referenceKey(claim))) first.set(referenceKey(claim), claim);
  const sorted = [...first.values()].sort(byKey);
  const text = `
    INSERT INTO payment_references (provider, reference, account_id, transaction_id)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[])
    ON CONFLICT DO NOTHING RETURNING provider, reference`;
  const rows = await tx.query<PaymentReference>(
    { name: 'payment-references-claim', text },
    columnsOf(sorted),
  );
  return rows.map((row) => first.get(referenceKey(row))!);
}

/** Gives claims back that no purchase used. */
export function releaseReferences(tx: Queryable, unused: readonly PaymentReference[]): Promise<unknown> {
  const text = `
    DELETE FROM payment_references p USING unnest($1::text[], $2::text[]) AS u(provider, reference)
    WHERE p.provider = u.provider AND p.reference = u.reference`;
  return tx.query(text, [
    textArrayOf(unused.map((r) => r.provider)),
    textArrayOf(unused.map((r) => r.reference)),
  ]);
}

/** Writes which purchase a claim went to, where several in one batch wanted it. */
export function assignReferences(tx: Queryable, claims: readonly PaymentClaim[]): Promise<unknown> {
  const text = `
    UPDATE payment_references p SET account_id = u.account_id, transaction_id = u.transaction_id
    FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) AS u(provider, reference, account_id, transaction_id)
    WHERE p.provider = u.provider AND p.reference = u.reference`;
  return tx.query(text, columnsOf(claims));
}

const columnsOf = (claims: readonly PaymentClaim[]): string[] => [
  textArrayOf(claims.map((c) => c.provider)),
  textArrayOf(claims.map((c) => c.reference)),
  textArrayOf(claims.map((c) => c.accountId)),
  textArrayOf(claims.map((c) => c.transactionId)),
];
