import { type EvidenceChoices, NO_CHOICES } from '@coinwarden/domain';
import type { Queryable } from '../../../platform/database/sql.js';

/** What an analyst chose, by version; version 0 is nobody's. */
export interface StoredChoices {
  readonly version: number;
  readonly choices: EvidenceChoices;
  readonly editedBy: string | null;
  readonly editedAt: number | null;
}

interface Row {
  version: number;
  statement: string | null;
  exhibits: Record<string, boolean>;
  edited_by: string;
  edited_at: Date;
}

export async function readChoices(db: Queryable, disputeId: string): Promise<StoredChoices> {
  const text = `
    SELECT version, statement, exhibits, edited_by, edited_at FROM dispute_evidence
    WHERE dispute_id = $1 ORDER BY version DESC LIMIT 1`;
  const [row] = await db.query<Row>(text, [disputeId]);
  if (!row) return { version: 0, choices: NO_CHOICES, editedBy: null, editedAt: null };
  return {
    version: row.version,
    choices: { statement: row.statement, exhibits: row.exhibits },
    editedBy: row.edited_by,
    editedAt: row.edited_at.getTime(),
  };
}

/** Versions are kept: what was sent can be told from what was written before and after. */
export async function insertChoices(
  tx: Queryable,
  disputeId: string,
  { version, choices, editedBy, editedAt }: StoredChoices & { editedBy: string; editedAt: number },
): Promise<void> {
  const text = `
    INSERT INTO dispute_evidence (dispute_id, version, statement, exhibits, edited_by, edited_at)
    VALUES ($1, $2, $3, $4, $5, $6)`;
  const { statement, exhibits } = choices;
  await tx.query(text, [
    disputeId,
    version,
    statement,
    JSON.stringify(exhibits),
    editedBy,
    new Date(editedAt),
  ]);
}
