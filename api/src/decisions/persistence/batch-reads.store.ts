import { isRunning, plainCode, withTheirGroups } from '@coinwarden/domain';
import { lockWallets } from '../../ledger/ledger.public.js';
import { limitsOf } from '../../limits/limits.public.js';
import { readReferenceVersions } from '../../platform/database/reference-cache.js';
import type { Queryable } from '../../platform/database/sql.js';
import { lockTally, type TallyRequest } from '../../promotions/promotions.public.js';
import { lockVelocity } from '../../risk/risk.public.js';
import type { BatchReads } from '../commands/batch-state.js';
import type { PreparedItem } from '../commands/prepared-item.js';
import type { ReferenceSnapshot, ReferenceVersions } from '../commands/reference-data.js';
import { claimReferences } from './payment-references.store.js';
import { findByKeys } from './transactions.store.js';

/**
 * Locks and reads all that the items touch, in one round trip: the statements are sent together and run in this order.
 * Every batch locks in the same order (wallets, promotion counters, payment references, velocity; by key within each), so
 * batches may wait for each other but never in a circle.
 */
export async function readBatch(
  tx: Queryable,
  items: readonly PreparedItem[],
  snapshot: ReferenceSnapshot,
): Promise<{ reads: BatchReads; versions: ReferenceVersions }> {
  const accountIds = new Set<string>();
  const spenders = new Set<string>();
  const entities = new Set<string>();
  for (const { transaction, velocityKeys } of items) {
    accountIds.add(transaction.accountId);
    spenders.add(transaction.accountId);
    if (transaction.kind === 'gift') accountIds.add(transaction.recipientId);
    for (const entity of Object.values(velocityKeys)) entities.add(entity);
  }
  const claims = items.flatMap((item) => (item.claim ? [item.claim] : []));
  const keys = items.map((item) => ({
    accountId: item.transaction.accountId,
    idempotencyKey: item.idempotencyKey,
  }));
  const [wallets, known, limits, promotions, claimed, velocity, versions] = await Promise.all([
    lockWallets(tx, [...accountIds]),
    findByKeys(tx, keys),
    limitsOf(tx, [...spenders]),
    lockTally(tx, promotionsAtStake(items, snapshot)),
    claimReferences(tx, claims),
    lockVelocity(tx, [...entities]),
    // Last, under the locks: whoever changes references and holds one of them until its commit is seen here.
    readReferenceVersions(tx),
  ]);
  return { reads: { wallets, known, limits, promotions, claimed, velocity }, versions };
}

/** The promotions a purchase of the batch could get; only their counters need to be held. */
function promotionsAtStake(items: readonly PreparedItem[], { promotions }: ReferenceSnapshot): TallyRequest {
  const buyers: string[] = [];
  const codes: string[] = [];
  const moments = new Set<number>();
  for (const { transaction: tx, now } of items) {
    if (tx.kind !== 'purchase') continue;
    buyers.push(tx.accountId);
    moments.add(now);
    if (tx.promotionCode !== undefined) codes.push(plainCode(tx.promotionCode));
  }
  if (buyers.length === 0) return { promotions: [], accountIds: [], codes: [] };
  const instants = [...moments];
  const running = promotions.filter((p) => instants.some((at) => isRunning(p, at)));
  const grouped = running.some((p) => p.exclusiveGroup !== null);
  return {
    promotions: grouped ? withTheirGroups(running, promotions) : running,
    accountIds: buyers,
    codes: running.some((p) => p.singleUseCodes) ? codes : [],
  };
}
