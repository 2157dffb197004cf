import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Adds codes and answers those that are new: one that any promotion has already is nobody's twice. */
export async function insertCodes(
  tx: Queryable,
  added: { readonly promotionId: string; readonly codes: readonly string[]; readonly at: Date },
): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `INSERT INTO promotion_codes (code, promotion_id, created_at)
     SELECT code, $2, $3 FROM unnest($1::text[]) AS c (code)
     WHERE NOT EXISTS (SELECT FROM promotions p WHERE upper(p.code) = c.code)
     ON CONFLICT DO NOTHING RETURNING code`,
    [textArrayOf(added.codes), added.promotionId, added.at],
  );
  return rows.map(({ code }) => code);
}

/** Takes back what nobody used: all of it, or these. Whoever sells on one at the moment goes first. */
export async function revokeCodes(
  tx: Queryable,
  asked: { readonly promotionId: string; readonly codes: readonly string[] | null; readonly at: Date },
): Promise<number> {
  const rows = await tx.query(
    `UPDATE promotion_codes SET revoked_at = $3
     WHERE code IN (SELECT code FROM promotion_codes
                    WHERE promotion_id = $1 AND used_at IS NULL AND revoked_at IS NULL
                      AND ($2::text[] IS NULL OR code = ANY($2::text[])) ORDER BY code FOR UPDATE)
       AND used_at IS NULL RETURNING 1`,
    [asked.promotionId, asked.codes && textArrayOf(asked.codes), asked.at],
  );
  return rows.length;
}

export async function hasFreeCode(tx: Queryable, promotionId: string): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM promotion_codes WHERE promotion_id = $1 AND used_at IS NULL AND revoked_at IS NULL LIMIT 1',
    [promotionId],
  );
  return rows.length > 0;
}

export async function countCodes(tx: Queryable, promotionId: string): Promise<number> {
  const [row] = await tx.query<{ codes: number }>(
    'SELECT count(*)::int AS codes FROM promotion_codes WHERE promotion_id = $1',
    [promotionId],
  );
  return row!.codes;
}
