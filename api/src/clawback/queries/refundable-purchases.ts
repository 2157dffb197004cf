import { type MoneyBack, moneyBack, type PaymentProvider, refundableMinor } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/sql.js';
import { readClaims } from '../persistence/claims.store.js';
import {
  type PurchaseRecord,
  readPurchase,
  readPurchaseByReference,
  readPurchasePaidBy,
} from '../persistence/purchases.store.js';

/** A purchase, as everything that takes its money back names it. */
export interface PurchaseKey {
  readonly accountId: string;
  readonly purchaseId: string;
}

export interface RefundablePurchase extends PurchaseRecord {
  readonly moneyBack: MoneyBack;
  readonly refundableMinor: bigint;
}

/** Purchases with what of them could still go back. */
@Injectable()
export class RefundablePurchases {
  async find(db: Queryable, purchaseId: string): Promise<RefundablePurchase | null> {
    return withMoneyBack(db, await readPurchase(db, purchaseId));
  }

  async findByReference(
    db: Queryable,
    provider: PaymentProvider,
    reference: string,
  ): Promise<RefundablePurchase | null> {
    return withMoneyBack(db, await readPurchaseByReference(db, { provider, reference }));
  }

  /** The purchase that its payment was for: another one when both name the same payment. */
  paidFor(db: Queryable, { provider, reference }: PurchaseRecord): Promise<string | null> {
    return readPurchasePaidBy(db, { provider, reference });
  }
}

async function withMoneyBack(
  db: Queryable,
  purchase: PurchaseRecord | null,
): Promise<RefundablePurchase | null> {
  if (purchase === null) return null;
  const claims = await readClaims(db, purchase);
  return {
    ...purchase,
    moneyBack: moneyBack(purchase.capturedMinor, claims),
    refundableMinor: refundableMinor(purchase.capturedMinor, claims),
  };
}
