import type { ClawbackPreview } from '@coinwarden/contracts';
import type { Claim } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readPurchase } from '../persistence/purchases.store.js';
import { previewOf } from '../queries/preview-view.js';
import type { PurchaseKey } from '../queries/refundable-purchases.js';
import { readSettling } from './read-settling.js';

/** Who would lose what if this claim were settled now. Locks and writes nothing. */
@Injectable()
export class PreviewSettlement {
  constructor(private readonly policies: MoneyBackPolicies) {}

  async run(
    db: Queryable,
    request: { purchase: PurchaseKey; claim: Claim; at: number },
  ): Promise<ClawbackPreview> {
    const { claim, at } = request;
    const purchase = await readPurchase(db, request.purchase.purchaseId);
    if (purchase === null) {
      throw new ProblemError('record.unknown', `There is no purchase ${request.purchase.purchaseId}.`);
    }
    const live = await this.policies.current(db, 'clawback');
    return previewOf(await readSettling(db, { purchase, claim, live, locked: new Map(), again: false, at }));
  }
}
