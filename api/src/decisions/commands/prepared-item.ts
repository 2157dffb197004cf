import { hash } from 'node:crypto';
import type { TransactionRequest } from '@coinwarden/contracts';
import {
  coins,
  diamonds,
  type EffectIds,
  money,
  type Transaction,
  type VelocityKeys,
  velocityKeysOf,
} from '@coinwarden/domain';
import { idAt } from '../../platform/database/ids.js';
import type { DecisionItem } from '../decider.js';
import type { PaymentClaim } from '../persistence/payment-references.store.js';

/** An item as it enters a batch: parsed into the domain, with its keys, its hash and the ids it may need. */
export interface PreparedItem {
  readonly idempotencyKey: string;
  /** The moment it is judged at. */
  readonly now: number;
  readonly occurredAt: number;
  readonly transaction: Transaction;
  /** The request as JSON text: what is stored, and what the hash is made of. */
  readonly request: string;
  readonly requestHash: string;
  readonly ids: EffectIds;
  readonly velocityKeys: VelocityKeys;
  readonly claim: PaymentClaim | null;
}

export function prepareItem({ idempotencyKey, transaction: wire }: DecisionItem, at: number): PreparedItem {
  const request = JSON.stringify(wire);
  const transaction = toTransaction(wire, at);
  const transactionId = idAt(at);
  return {
    idempotencyKey,
    now: at,
    occurredAt: wire.occurredAt ? Date.parse(wire.occurredAt) : at,
    transaction,
    request,
    requestHash: hash('sha256', request, 'hex').slice(0, 32),
    ids: { transactionId, ...lotIds(wire.kind, at) },
    velocityKeys: velocityKeysOf(transaction),
    claim:
      wire.kind === 'purchase'
        ? {
            provider: wire.payment.provider,
            reference: wire.payment.reference,
            accountId: wire.accountId,
            transactionId,
          }
        : null,
  };
}

/** Only what may grant coins needs ids for its lots. */
function lotIds(kind: TransactionRequest['kind'], at: number): { lotId: string; bonusLotId: string } {
  const grants = kind === 'purchase' || kind === 'reward' || kind === 'conversion';
  return grants ? { lotId: idAt(at), bonusLotId: idAt(at) } : { lotId: '', bonusLotId: '' };
}

/** Wire to domain. The time that counts is the one it is judged at, whatever the caller says about the past. */
export function toTransaction(wire: TransactionRequest, occurredAt: number): Transaction {
  // Each written out: spreading what they have in common takes several times as long, and a replay makes millions.
  const { accountId, device, context } = wire;
  switch (wire.kind) {
    case 'purchase': {
      const { kind, packageId, payment, promotionCode } = wire;
      const price = money(wire.money.amountMinor, wire.money.currency);
      return {
        accountId,
        occurredAt,
        device,
        context,
        kind,
        packageId,
        money: price,
        payment,
        promotionCode,
      };
    }
    case 'gift': {
      const { kind, recipientId, giftId, quantity } = wire;
      return { accountId, occurredAt, device, context, kind, recipientId, giftId, quantity };
    }
    case 'video_promotion':
    case 'unlock': {
      const { kind, contentId } = wire;
      return { accountId, occurredAt, device, context, kind, contentId, coins: coins(wire.coins) };
    }
    case 'reward': {
      const { kind, reason } = wire;
      return { accountId, occurredAt, device, context, kind, coins: coins(wire.coins), reason };
    }
    case 'conversion': {
      const { kind } = wire;
      return { accountId, occurredAt, device, context, kind, diamonds: diamonds(wire.diamonds) };
    }
    case 'withdrawal': {
      const { kind, payout } = wire;
      return { accountId, occurredAt, device, context, kind, diamonds: diamonds(wire.diamonds), payout };
    }
  }
}
