import type { Queryable } from '../../platform/database/sql.js';

export interface NewExclusion {
  readonly exclusionId: string;
  readonly accountId: string;
  readonly until: Date;
  readonly askedAt: Date;
  readonly askedBy: { readonly type: string; readonly id: string };
  /** Staff say one; the platform speaks for its user. */
  readonly reason: string | null;
}

/** The caller holds the wallet's lock and has decided that this only lengthens the exclusion. */
export async function writeExclusion(tx: Queryable, exclusion: NewExclusion): Promise<void> {
  const { exclusionId, accountId, until, askedAt, askedBy, reason } = exclusion;
  await tx.query('UPDATE accounts SET excluded_until = $2 WHERE account_id = $1', [accountId, until]);
  await tx.query(
    `INSERT INTO account_exclusions (account_id, exclusion_id, until, asked_at, asked_by_type, asked_by, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [accountId, exclusionId, until, askedAt, askedBy.type, askedBy.id, reason],
  );
}
