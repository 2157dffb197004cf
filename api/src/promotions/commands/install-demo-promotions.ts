import type { Instant } from '@coinwarden/domain';
import { bumpReference } from '../../platform/database/reference-cache.js';
import type { Queryable } from '../../platform/database/sql.js';
import { demoPlans } from '../demo-plans.js';
import { demoPromotions } from '../demo-promotions.js';
import { insertPromotion } from '../persistence/promotion-writes.store.js';

/**
 * Starts the promotions of a demo economy around `now`. They are never installed by themselves: a production database
 * has the promotions its product managers release. What is already there stays; answers how many were added.
 */
export async function installDemoPromotions(tx: Queryable, now: Instant): Promise<number> {
  let added = 0;
  const made = { status: 'active', authors: [], at: new Date(now) } as const;
  for (const { promotionId, ...promotion } of demoPromotions(now))
    if (await insertPromotion(tx, promotionId, promotion, made)) added += 1;
  if (added > 0) await bumpReference(tx, 'promotions');
  return added;
}

/** What its product managers have planned: to be looked at, approved and moved about. */
export async function installDemoPlans(tx: Queryable, now: Instant): Promise<void> {
  for (const { promotion, status } of demoPlans(now)) {
    const { promotionId, ...written } = promotion;
    await insertPromotion(tx, promotionId, written, { status, authors: [], at: new Date(now) });
  }
  await bumpReference(tx, 'promotions');
}
