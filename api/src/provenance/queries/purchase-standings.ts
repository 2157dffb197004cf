import type { ProvenancePurchase } from '@coinwarden/contracts';
import { PURCHASE_CONCERNS, type PurchaseConcern, purchaseConcern } from '@coinwarden/domain';
import { moneyBackOf } from '../../clawback/clawback.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import { type PurchaseKey, readPurchaseDetails, readPurchaseMarks } from '../persistence/purchases.store.js';

export type AmountByConcern = Record<PurchaseConcern, bigint>;

export const noConcerns = (): AmountByConcern =>
  Object.fromEntries(PURCHASE_CONCERNS.map((concern) => [concern, 0n])) as AmountByConcern;

/** What there is to say against each of these purchases. */
export async function readConcerns(
  db: Queryable,
  keys: readonly PurchaseKey[],
): Promise<Map<string, PurchaseConcern>> {
  const moneyBack = await moneyBackOf(db, keys);
  const marks = await readPurchaseMarks(db, keys);
  return new Map(
    marks.map(({ purchaseId, outcome, liveRules }) => {
      const back = moneyBack.get(purchaseId);
      const booked = back && {
        refundedMinor: BigInt(back.refundedMinor),
        reservedMinor: BigInt(back.reservedMinor),
        lostMinor: BigInt(back.lostMinor),
        excessMinor: BigInt(back.excessMinor),
      };
      return [purchaseId, purchaseConcern({ outcome, liveRules, moneyBack: booked ?? null })];
    }),
  );
}

/** These purchases as they are shown; by id. */
export async function readPurchases(
  db: Queryable,
  keys: readonly PurchaseKey[],
): Promise<Map<string, ProvenancePurchase>> {
  const [concerns, moneyBack, details] = [
    await readConcerns(db, keys),
    await moneyBackOf(db, keys),
    await readPurchaseDetails(db, keys),
  ];
  return new Map(
    details.map((detail) => {
      const { purchaseId } = detail;
      const shown = {
        ...detail,
        moneyBack: moneyBack.get(purchaseId) ?? null,
        concern: concerns.get(purchaseId)!,
      };
      return [purchaseId, shown];
    }),
  );
}
