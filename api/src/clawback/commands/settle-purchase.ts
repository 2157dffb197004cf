import type { ClawbackPreview } from '@coinwarden/contracts';
import { type Claim, holdersOf, refundableMinor } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { countMoneyBack } from '../../accounts/accounts.public.js';
import { lockWallets, type WalletRecord } from '../../ledger/ledger.public.js';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import { AuditLog, type AuditRecord } from '../../platform/audit/audit-log.js';
import { idAt } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readClaims, writeClaim } from '../persistence/claims.store.js';
import { type PurchaseRecord, readPurchase } from '../persistence/purchases.store.js';
import { previewOf } from '../queries/preview-view.js';
import type { PurchaseKey } from '../queries/refundable-purchases.js';
import { bookSettlement } from './book-settlement.js';
import { type ReadSettling, readSettling } from './read-settling.js';

export interface SettlementRequest {
  readonly purchase: PurchaseKey;
  /** Null: settle the claims as they are once more, because coins were freed or voided. */
  readonly claim: Claim | null;
  readonly at: number;
  readonly actor: AuditRecord['actor'];
  /** The hash of the preview that was approved; another plan is refused. */
  readonly expectHash?: string;
}

export interface SettlementResult {
  /** Names the journal entries and lot movements it made; null when there was nothing to book. */
  readonly settlementId: string | null;
  readonly changed: boolean;
  readonly preview: ClawbackPreview;
}

const MOST_TRIES = 8;

/**
 * Brings what is booked of a purchase to what its claims ask for, in the caller's transaction. The wallet of the buyer is
 * the lock of the purchase: whatever claims it waits there, so of a refund and a chargeback at once the second sees the
 * first. Settling the same claim again changes nothing.
 */
@Injectable()
export class SettlePurchase {
  constructor(
    private readonly policies: MoneyBackPolicies,
    private readonly audit: AuditLog,
  ) {}

  async run(tx: Tx, request: SettlementRequest): Promise<SettlementResult> {
    const { claim, at } = request;
    const { read, wallets } = await this.readLocked(tx, request);
    const preview = previewOf(read);
    if (request.expectHash !== undefined && request.expectHash !== preview.hash) {
      throw new ProblemError(
        'refund.preview_changed',
        `What the refund takes back has changed; the preview is ${preview.hash} now.`,
      );
    }
    if (claim !== null) await writeClaim(tx, { purchase: read.request.purchase, claim, at });
    const settlementId = idAt(at);
    const changed = await bookSettlement(tx, { read, wallets, settlementId });
    if (claim !== null) await countMoneyBack(tx, { accountId: request.purchase.accountId, at });
    if (changed) {
      await this.audit.append(tx, {
        actor: request.actor,
        action: 'purchase.settled',
        subject: { type: 'transaction', id: request.purchase.purchaseId },
        details: { settlementId, claimId: claim?.claimId ?? null, hash: preview.hash },
      });
    }
    return { settlementId: changed ? settlementId : null, changed, preview };
  }

  /**
   * Which creators lose something is known only under the buyer's lock, and locks are taken in the order of ids: so where
   * more are needed, the locks go back and all are taken together.
   */
  private async readLocked(
    tx: Tx,
    request: SettlementRequest,
  ): Promise<{ read: ReadSettling; wallets: ReadonlyMap<string, WalletRecord> }> {
    const { purchase: key, claim, at } = request;
    const live = await this.policies.current(tx, 'clawback');
    let wanted = [key.accountId];
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await tx.query('SAVEPOINT settlement');
      const wallets = await lockWallets(tx, wanted);
      const purchase = await readPurchase(tx, key.purchaseId);
      if (purchase === null || purchase.accountId !== key.accountId) throw unknownPurchase(key);
      await refuseTooMuch(tx, purchase, claim);
      const locked = new Map([...wallets].map(([id, record]) => [id, record.wallet]));
      const again = claim === null;
      const read = await readSettling(tx, { purchase, claim, live, locked, again, at });
      const holders = holdersOf(read.holdings, read.settling.change.lines);
      if (holders.every((id) => wallets.has(id))) return { read, wallets };
      await tx.query('ROLLBACK TO SAVEPOINT settlement');
      wanted = [...new Set([...wanted, ...holders])];
    }
    throw new ProblemError('service.overloaded', 'The purchase is moving too fast to be settled; try again.');
  }
}

/** A refund that begins may take no more than is left; one that is on its way keeps its place. */
async function refuseTooMuch(tx: Tx, purchase: PurchaseRecord, claim: Claim | null): Promise<void> {
  if (claim === null || claim.kind !== 'refund' || claim.reservedMinor === 0n) return;
  const claims = await readClaims(tx, purchase);
  const before = claims.find((one) => one.claimId === claim.claimId);
  if (before && before.reservedMinor >= claim.reservedMinor) return;
  const others = claims.filter((one) => one !== before);
  const left = refundableMinor(purchase.capturedMinor, others);
  if (claim.reservedMinor <= left) return;
  throw new ProblemError(
    'refund.exceeds_captured',
    `Of this purchase ${left} minor units of ${purchase.money.currency} are left to refund.`,
  );
}

const unknownPurchase = (key: PurchaseKey) =>
  new ProblemError('record.unknown', `There is no purchase ${key.purchaseId} of this account.`);
