import type { Label } from '@coinwarden/simulator';
import type { Queryable } from '../platform/database/sql.js';

/** What is known about a transaction, or with an empty key about the account itself. */
export interface StoredLabel {
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly fraud: boolean;
  readonly pattern: string;
}

/** Labels go where no rule can look. Writing one again changes nothing. */
export async function writeLabels(
  tx: Queryable,
  labels: readonly StoredLabel[],
  source: string,
): Promise<void> {
  if (labels.length === 0) return;
  await tx.query(
    `INSERT INTO simulation.labels (account_id, idempotency_key, fraud, pattern, source)
     SELECT *, $5 FROM unnest($1::text[], $2::text[], $3::boolean[], $4::text[])
     ON CONFLICT DO NOTHING`,
    [
      labels.map((label) => label.accountId),
      labels.map((label) => label.idempotencyKey),
      labels.map((label) => label.fraud),
      labels.map((label) => label.pattern),
      source,
    ],
  );
}

/** Everything a simulation labels is part of a fraud or abuse pattern. */
export const storedLabel = (label: Label): StoredLabel => ({
  accountId: label.accountId,
  idempotencyKey: label.subject === 'transaction' ? label.idempotencyKey : '',
  fraud: true,
  pattern: label.pattern,
});
