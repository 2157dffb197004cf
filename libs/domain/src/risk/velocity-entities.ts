/**
 * Which entities a transaction touches and what each of them remembers of it. An account keeps both directions of its
 * gifts in one state; a declined transaction is remembered as declined, with the device and the card it was tried with.
 */
import type { Outcome, Transaction } from '../decisions/transaction.js';
import { recordVelocity, type Sighting } from './velocity.js';
import type { VelocitySeries, VelocityState } from './velocity-state.js';

/** Everything beside the two accounts that a transaction is seen with; the value is the entity's key. */
export interface VelocityKeys {
  readonly device?: string;
  readonly ip?: string;
  readonly instrument?: string;
  readonly pair?: string;
  readonly payout?: string;
}

export type VelocityEntity = keyof VelocityKeys;
export const VELOCITY_ENTITIES: readonly VelocityEntity[] = ['device', 'ip', 'instrument', 'pair', 'payout'];

/** The states of one transaction's entities; those it has none of are absent. */
export type VelocityStates = {
  readonly account: VelocityState;
  readonly counterparty?: VelocityState | undefined;
} & { readonly [E in VelocityEntity]?: VelocityState | undefined };

/** What a decision moved: coins (diamonds for a conversion or withdrawal), and the price of a purchase in US cents. */
export interface VelocityFacts {
  readonly transaction: Transaction;
  readonly outcome: Outcome;
  readonly coins: number;
  /** How many of the coins of a gift were of kind bonus. */
  readonly bonusCoins: number;
  readonly diamonds: number;
  readonly amountUsdMinor: number;
  /** Declined for a wrong price or a payment reference that had bought before. */
  readonly paymentRefused: boolean;
}

/** What tells an entity from others of its kind. A card is only the same card at the same provider. */
export function velocityIdsOf(tx: Transaction): { readonly [E in VelocityEntity]: string | undefined } {
  const { device } = tx;
  return {
    device: device?.id,
    ip: device?.ip.toLowerCase(),
    instrument:
      tx.kind === 'purchase' && tx.payment.instrument !== undefined
        ? `${tx.payment.provider}:${tx.payment.instrument}`
        : undefined,
    // The length tells where one id ends: ids are opaque and may contain any separator.
    pair: tx.kind === 'gift' ? `${tx.accountId.length}:${tx.accountId}:${tx.recipientId}` : undefined,
    payout: tx.kind === 'withdrawal' ? `${tx.payout.method}:${tx.payout.destination}` : undefined,
  };
}

/** The keys under which a transaction's entities are stored. */
export function velocityKeysOf(tx: Transaction): VelocityKeys {
  const ids = velocityIdsOf(tx);
  const keys: { [E in VelocityEntity]?: string } = {};
  for (const entity of VELOCITY_ENTITIES) {
    if (ids[entity] !== undefined) keys[entity] = `${entity}:${ids[entity]}`;
  }
  return keys;
}

const SERIES = {
  purchase: 'purchases',
  gift: 'giftsSent',
  video_promotion: 'videoPromotions',
  unlock: 'unlocks',
  reward: 'rewards',
  conversion: 'conversions',
  withdrawal: 'withdrawals',
} as const satisfies Record<Transaction['kind'], VelocitySeries>;

/** Records a decided transaction in the state of every entity it touches, in place, at the event's own time. */
export function recordTransaction(states: VelocityStates, facts: VelocityFacts): void {
  const { transaction: tx, outcome } = facts;
  const at = tx.occurredAt;
  const went = outcome !== 'decline';
  const series = went ? SERIES[tx.kind] : facts.paymentRefused ? 'paymentRefusals' : 'declined';
  const amount =
    tx.kind === 'purchase'
      ? facts.amountUsdMinor
      : tx.kind === 'conversion' || tx.kind === 'withdrawal'
        ? facts.diamonds
        : facts.coins;
  const event = (seen: readonly Sighting[]) => ({ series, amount, seen }) as const;
  const account: Sighting = { kind: 'accounts', id: tx.accountId };

  recordVelocity(states.account, event(seenByAccount(tx, went)), at);
  if (states.device) recordVelocity(states.device, event([account, ...instrumentOf(tx)]), at);
  if (states.ip) recordVelocity(states.ip, event([account, ...instrumentOf(tx)]), at);
  if (states.instrument) recordVelocity(states.instrument, event([account]), at);
  if (states.payout) recordVelocity(states.payout, event([account]), at);
  if (states.pair) recordVelocity(states.pair, event([]), at);
  if (tx.kind === 'gift' && went && states.counterparty) {
    const sender: Sighting[] = [{ kind: 'senders', id: tx.accountId }];
    recordVelocity(states.counterparty, { series: 'giftsReceived', amount, seen: sender }, at);
    if (facts.bonusCoins > 0) {
      recordVelocity(states.counterparty, { series: 'bonusGiftsReceived', amount: facts.bonusCoins }, at);
    }
  }
}

function seenByAccount(tx: Transaction, went: boolean): Sighting[] {
  const seen = instrumentOf(tx);
  if (tx.device) {
    seen.push({ kind: 'devices', id: tx.device.id }, { kind: 'ips', id: tx.device.ip.toLowerCase() });
  }
  if (tx.kind === 'purchase' && tx.payment.country) {
    seen.push({ kind: 'cardCountries', id: tx.payment.country });
  }
  if (tx.kind === 'gift' && went) seen.push({ kind: 'recipients', id: tx.recipientId });
  return seen;
}

const instrumentOf = (tx: Transaction): Sighting[] =>
  tx.kind === 'purchase' && tx.payment.instrument !== undefined
    ? [{ kind: 'instruments', id: `${tx.payment.provider}:${tx.payment.instrument}` }]
    : [];
