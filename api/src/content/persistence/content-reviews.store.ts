import type { ContentAction, ContentReview, ContentVerdictName, Reason } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface LockedScan {
  readonly accountId: string;
  readonly scanId: string;
  readonly verdict: ContentVerdictName;
  readonly review: ContentReview | null;
  /** What it is the same text by. */
  readonly textHash: string;
  readonly score: number;
  readonly reasons: Reason[];
  readonly language: string | null;
}

/** Locks the scan, so that two people who judge it at once do so one after the other. */
export async function lockScan(tx: Queryable, scanId: string): Promise<LockedScan | null> {
  const [row] = await tx.query<{
    account_id: string;
    verdict: ContentVerdictName;
    review: ContentReview | null;
    text_hash: string;
    score: number;
    reasons: Reason[];
    language: string | null;
  }>(
    `SELECT account_id, verdict, review, encode(text_hash, 'hex') AS text_hash, score, reasons, language
     FROM content_scans WHERE scan_id = $1 FOR UPDATE`,
    [scanId],
  );
  if (!row) return null;
  const { account_id: accountId, text_hash: textHash, ...rest } = row;
  return { accountId, scanId, textHash, ...rest };
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

/** Those that called it a scam, oldest first. */
export async function readConfirmations(
  db: Queryable,
  { accountId, scanId }: Pick<LockedScan, 'accountId' | 'scanId'>,
): Promise<string[]> {
  const rows = await db.query<{ review_id: string }>(
    `SELECT review_id FROM content_reviews WHERE account_id = $1 AND scan_id = $2 AND action = 'confirm'
     ORDER BY review_id`,
    [accountId, scanId],
  );
  return rows.map((row) => row.review_id);
}

export const readReviews = (
  db: Queryable,
  { accountId, scanId }: { accountId: string; scanId: string },
): Promise<ReviewRecord[]> =>
  db.query<ReviewRecord>(
    `SELECT action, reason, at, by FROM content_reviews WHERE account_id = $1 AND scan_id = $2 ORDER BY review_id`,
    [accountId, scanId],
  );
