import { type AccountRecord, lockAccount } from '../../accounts/accounts.public.js';
import { lockWallets } from '../../ledger/ledger.public.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { type CaseTransaction, readCaseTransactions } from '../persistence/case-transactions.store.js';
import { type CaseRecord, lockCase, readCase } from '../persistence/cases.store.js';
import { unknownCase } from './case-context.js';

export interface LockedCase {
  readonly record: CaseRecord;
  readonly account: AccountRecord | null;
  readonly transactions: readonly CaseTransaction[];
}

/**
 * Everything a decision touches, locked in the order that everybody keeps: wallets by their ids, the account, then the
 * case. Whoever ends a hold or raises an alert meanwhile comes before or after, never between.
 */
export async function lockForDecision(tx: Tx, caseId: string): Promise<LockedCase> {
  const found = await readCase(tx, caseId);
  if (found === null) throw unknownCase(caseId);
  const about = await readCaseTransactions(tx, caseId);
  const held = about.filter(({ heldUntil }) => heldUntil !== null);
  const recipients = held.flatMap(({ counterpartyId }) => counterpartyId ?? []);
  await lockWallets(tx, [...new Set([found.accountId, ...recipients])]);
  const account = await lockAccount(tx, found.accountId);
  const record = await lockCase(tx, caseId);
  if (record === null) throw unknownCase(caseId);
  return { record, account, transactions: await readCaseTransactions(tx, caseId) };
}
