import type { Claim } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import type { PurchaseKey } from '../queries/refundable-purchases.js';

interface Row {
  claim_id: string;
  kind: Claim['kind'];
  cause: Claim['cause'];
  reserved_minor: bigint;
  paid_minor: bigint;
  fee_minor: bigint;
}

/** Everything that takes money of this purchase back, in the order of their ids. */
export async function readClaims(db: Queryable, { accountId, purchaseId }: PurchaseKey): Promise<Claim[]> {
  const text = `
    SELECT claim_id, kind, cause, reserved_minor, paid_minor, fee_minor FROM money_back_claims
    WHERE account_id = $1 AND purchase_id = $2 ORDER BY claim_id`;
  const rows = await db.query<Row>({ name: 'claims-read', text }, [accountId, purchaseId]);
  return rows.map((row) => ({
    claimId: row.claim_id,
    kind: row.kind,
    cause: row.cause,
    reservedMinor: row.reserved_minor,
    paidMinor: row.paid_minor,
    feeMinor: row.fee_minor,
  }));
}

/** The claim as it now is; the caller holds the lock of the account's wallet. */
export async function writeClaim(
  tx: Queryable,
  args: { purchase: PurchaseKey; claim: Claim; at: number },
): Promise<void> {
  const { purchase, claim, at } = args;
  await tx.query(
    {
      name: 'claim-write',
      text: `INSERT INTO money_back_claims
       (account_id, purchase_id, claim_id, kind, cause, reserved_minor, paid_minor, fee_minor, updated_at, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
     ON CONFLICT (account_id, purchase_id, claim_id) DO UPDATE
     SET cause = excluded.cause, reserved_minor = excluded.reserved_minor, paid_minor = excluded.paid_minor,
         fee_minor = excluded.fee_minor, updated_at = excluded.updated_at`,
    },
    [
      purchase.accountId,
      purchase.purchaseId,
      claim.claimId,
      claim.kind,
      claim.cause,
      claim.reservedMinor,
      claim.paidMinor,
      claim.feeMinor,
      new Date(at),
    ],
  );
}
