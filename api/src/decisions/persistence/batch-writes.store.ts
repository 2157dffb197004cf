import { writeBooks, writeWallets } from '../../ledger/ledger.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import { announce } from '../../platform/outbox/outbox.js';
import { writeTally } from '../../promotions/promotions.public.js';
import { writeVelocity } from '../../risk/risk.public.js';
import { writeShadow } from '../../rules/rules.public.js';
import type { BatchState } from '../commands/batch-state.js';
import { debtChangeOf } from '../commands/debt-change.js';
import { assignReferences, referenceKey, releaseReferences } from './payment-references.store.js';
import { openRefunds } from './refunds.store.js';
import { insertTransactions } from './transactions.store.js';

/** Sends every write of the batch at once; they travel with the commit. */
export function writeBatch(tx: Queryable, batch: BatchState): Promise<unknown>[] {
  if (batch.rows.length === 0) return writeClaims(tx, batch);
  const items = batch.rows.map((row) => [row.accountId, row.transactionId] as const);
  return [
    insertTransactions(tx, batch.rows),
    ...writeBooks(tx, batch.books),
    writeWallets(tx, batch.changedWallets()),
    writeVelocity(tx, batch.changedVelocity()),
    ...writeClaims(tx, batch),
    ...writeTally(tx, batch.reads.promotions.changes()),
    ...openRefunds(tx, batch.refunds),
    ...announceRepaid(tx, batch),
    ...writeShadow(tx, batch.shadowed),
    ...announceListMatches(tx, batch),
    ...announceSuspicions(tx, batch),
    ...announceLimits(tx, batch),
    announce(tx, 'transactions.decided', { items }),
  ];
}

function announceRepaid(tx: Queryable, { repaid }: BatchState): Promise<unknown>[] {
  return repaid.length === 0 ? [] : [announce(tx, 'debt.changed', { changes: repaid.map(debtChangeOf) })];
}

function announceListMatches(tx: Queryable, { listMatches: items }: BatchState): Promise<unknown>[] {
  return items.length === 0 ? [] : [announce(tx, 'lists.matched', { items })];
}

function announceSuspicions(tx: Queryable, { suspicions: items }: BatchState): Promise<unknown>[] {
  return items.length === 0 ? [] : [announce(tx, 'security.suspected', { items })];
}

function announceLimits(tx: Queryable, { limitSightings: items }: BatchState): Promise<unknown>[] {
  return items.length === 0 ? [] : [announce(tx, 'limits.neared', { items })];
}

/** Claims that no purchase used are given back; those another item of the batch used are put in its name. */
function writeClaims(tx: Queryable, batch: BatchState): Promise<unknown>[] {
  const unused = [];
  const reassigned = [];
  for (const claim of batch.reads.claimed) {
    const used = batch.usedClaims.get(referenceKey(claim));
    if (used === undefined) unused.push(claim);
    else if (used.transactionId !== claim.transactionId) reassigned.push(used);
  }
  return [
    ...(unused.length > 0 ? [releaseReferences(tx, unused)] : []),
    ...(reassigned.length > 0 ? [assignReferences(tx, reassigned)] : []),
  ];
}
