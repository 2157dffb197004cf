import type { EvidenceFields } from '@coinwarden/domain';
import type { Queryable } from '../../../platform/database/sql.js';

/** Whether evidence may still be written, and what went out if it did, in the stage the dispute is in. */
export interface EvidenceState {
  readonly editable: boolean;
  readonly sent: SentEvidence | null;
}

export interface SentEvidence {
  readonly hash: string;
  readonly fields: EvidenceFields;
  readonly pdf: Buffer;
  /** Null while the provider has not taken it. */
  readonly sentAt: Date | null;
}

interface Row {
  status: string;
  answered: boolean;
  hash: string | null;
  fields: EvidenceFields | null;
  pdf: Buffer | null;
  sent_at: Date | null;
}

/** What a provider refused was not sent: it may be written anew. Null for an unknown dispute. */
export async function readEvidenceState(
  db: Queryable,
  disputeId: string,
  lock = false,
): Promise<EvidenceState | null> {
  const text = `
    SELECT d.status, a.dispute_id IS NOT NULL AS answered, a.hash, a.fields, a.pdf, a.sent_at
    FROM disputes d
    LEFT JOIN dispute_answers a ON a.dispute_id = d.dispute_id AND a.stage = d.stage AND a.refusal IS NULL
    WHERE d.dispute_id = $1 ${lock ? 'FOR UPDATE OF d' : ''}`;
  const [row] = await db.query<Row>(text, [disputeId]);
  if (!row) return null;
  const { hash, fields, pdf, sent_at: sentAt } = row;
  return {
    editable: row.status === 'needs_response' && !row.answered,
    sent: hash !== null && fields !== null && pdf !== null ? { hash, fields, pdf, sentAt } : null,
  };
}
