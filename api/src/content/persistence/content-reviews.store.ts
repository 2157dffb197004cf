import type { ContentAction, ContentReview, ContentVerdictName } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface LockedScan {
  readonly accountId: string;
  readonly scanId: string;
  readonly verdict: ContentVerdictName;
  readonly review: ContentReview | null;
}

/** Locks the scan, so that two people who judge it at once do so one after the other. */
export async function lockScan(tx: Queryable, scanId: string): Promise<LockedScan | null> {
  const [row] = await tx.query<{
    account_id: string;
    verdict: ContentVerdictName;
    review: ContentReview | null;
  }>('SELECT account_id, verdict, review FROM content_scans WHERE scan_id = $1 FOR UPDATE', [scanId]);
  return row ? { accountId: row.account_id, scanId, verdict: row.verdict, review: row.review } : null;
}

/** The scan's standing, and whether its domains count as spread by a suspect text, change together. */
export async function writeReview(tx: Queryable, scan: LockedScan): Promise<void> {
  const key = [scan.accountId, scan.scanId];
  await tx.query(
    'UPDATE content_scans SET verdict = $3, review = $4 WHERE account_id = $1 AND scan_id = $2',
    [...key, scan.verdict, scan.review],
  );
  await tx.query('UPDATE content_scan_domains SET flagged = $3 WHERE account_id = $1 AND scan_id = $2', [
    ...key,
    scan.verdict !== 'clean',
  ]);
}

export interface ReviewRecord {
  readonly action: ContentAction;
  readonly reason: string;
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string };
}

export async function insertReview(
  tx: Queryable,
  scan: LockedScan,
  review: ReviewRecord & { readonly reviewId: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO content_reviews (account_id, scan_id, review_id, action, reason, at, by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      scan.accountId,
      scan.scanId,
      review.reviewId,
      review.action,
      review.reason,
      review.at,
      JSON.stringify(review.by),
    ],
  );
}

export const readReviews = (
  db: Queryable,
  { accountId, scanId }: { accountId: string; scanId: string },
): Promise<ReviewRecord[]> =>
  db.query<ReviewRecord>(
    `SELECT action, reason, at, by FROM content_reviews WHERE account_id = $1 AND scan_id = $2 ORDER BY review_id`,
    [accountId, scanId],
  );
