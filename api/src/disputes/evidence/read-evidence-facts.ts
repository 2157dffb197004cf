import { type EvidenceFacts, type EvidenceTerms, termsAt } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import {
  countOtherDisputes,
  readActivity,
  readPriorPurchases,
  readRefunds,
  readSimilarPurchases,
} from './persistence/account-history.store.js';
import { readRecipients, readUsage } from './persistence/coin-usage.store.js';
import { readDisputedPurchase } from './persistence/disputed-purchase.store.js';

/** Everything known about a disputed purchase, one read after the other: `db` may be a transaction. */
export async function readEvidenceFacts(
  db: Queryable,
  disputeId: string,
  terms: readonly EvidenceTerms[],
): Promise<EvidenceFacts | null> {
  const disputed = await readDisputedPurchase(db, disputeId);
  if (disputed === null) return null;
  const { purchase, account } = disputed;
  const key = { accountId: account.accountId, purchaseId: purchase.purchaseId };
  const subject = { accountId: account.accountId, purchase };
  return {
    ...disputed,
    usage: await readUsage(db, key),
    recipients: await readRecipients(db, key),
    activity: await readActivity(db, subject),
    priorPurchases: await readPriorPurchases(db, subject),
    similarPurchases: await readSimilarPurchases(db, subject),
    otherDisputes: await countOtherDisputes(db, subject),
    refunds: await readRefunds(db, subject),
    terms: termsAt(terms, purchase.purchasedAt),
  };
}
