import type { Claim } from '../clawback/claim.js';
import type { Money } from '../kernel/money.js';
import { amountIn } from '../limits/convert-money.js';
import type { DisputeFact, DisputeMoneyEvent } from '../notices/notice.js';
import type { DisputeState } from './dispute-fold.js';
import type { EvidenceCategory } from './evidence-category.js';

/**
 * What a dispute moved, from its money events alone: each counts once by its id, and no status moves anything. Providers
 * book in the currency they pay us out in, which need not be the buyer's; what counts here is the buyer's.
 */
export interface FoldedMoney {
  readonly moneyEvents: readonly DisputeMoneyEvent[];
  readonly withdrawnMinor: bigint;
  readonly reinstatedMinor: bigint;
  readonly feeMinor: bigint;
}

/** `facts` in the order of their time: of two that tell the same event differently the later counts. */
export function foldMoneyEvents(facts: readonly DisputeFact[], disputed: Money): FoldedMoney {
  const byId = new Map<string, DisputeMoneyEvent>();
  for (const fact of facts) for (const event of fact.moneyEvents) byId.set(event.eventId, event);
  const moneyEvents = [...byId.values()].sort(
    (a, b) => a.at - b.at || (a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0),
  );
  const sum = (kind: DisputeMoneyEvent['kind']) =>
    moneyEvents
      .filter((event) => event.kind === kind)
      .reduce((total, event) => total + inBuyersCurrency(event, moneyEvents, disputed), 0n);
  return {
    moneyEvents,
    withdrawnMinor: sum('withdrawn'),
    reinstatedMinor: sum('reinstated'),
    feeMinor: feesIn(disputed.currency, moneyEvents),
  };
}

/** The rate moves between taking and giving back: an amount this near the whole, in percent, is the whole. */
const WHOLE_PERCENT = 85n;

/** An amount booked in another currency stands for its share of the disputed one: a whole one for the whole of it. */
function inBuyersCurrency(
  event: DisputeMoneyEvent,
  all: readonly DisputeMoneyEvent[],
  disputed: Money,
): bigint {
  if (event.currency === disputed.currency) return event.amountMinor;
  const taken = all.filter((other) => other.kind === 'withdrawn' && other.currency === event.currency);
  const whole = taken.reduce((most, { amountMinor }) => (amountMinor > most ? amountMinor : most), 0n);
  if (whole === 0n) return amountIn(disputed.currency, event) ?? 0n;
  if (event.amountMinor * 100n >= whole * WHOLE_PERCENT) return disputed.amountMinor;
  return (event.amountMinor * disputed.amountMinor) / whole;
}

/** Fees are kept unless an event gives one back. In another currency they are told at the reference rate. */
function feesIn(currency: string, events: readonly DisputeMoneyEvent[]): bigint {
  const byCurrency = new Map<string, bigint>();
  for (const event of events)
    byCurrency.set(event.currency, (byCurrency.get(event.currency) ?? 0n) + event.feeMinor);
  let fees = 0n;
  for (const [booked, amountMinor] of byCurrency)
    if (amountMinor > 0n) fees += amountIn(currency, { amountMinor, currency: booked }) ?? 0n;
  return fees;
}

/**
 * What the dispute takes of its purchase: withdrawn and not given back, the fee apart. Null while it has only been an
 * inquiry, which takes nothing. A stolen card's coins are followed further than those of a quarrel, so the cause tells them
 * apart.
 */
export function disputeClaim(args: {
  readonly disputeId: string;
  readonly state: DisputeState;
  readonly category: EvidenceCategory;
  /** The purchase's. */
  readonly currency: string;
}): Claim | null {
  const { disputeId, state, category, currency } = args;
  if (!state.everDisputed) return null;
  const inPurchase = (amountMinor: bigint): bigint =>
    amountIn(currency, { amountMinor, currency: state.money.currency }) ?? amountMinor;
  const net = state.withdrawnMinor - state.reinstatedMinor;
  return {
    claimId: disputeId,
    kind: 'dispute',
    cause: category === 'fraudulent' ? 'fraud' : 'dispute',
    reservedMinor: 0n,
    paidMinor: net > 0n ? inPurchase(net) : 0n,
    feeMinor: inPurchase(state.feeMinor),
  };
}

export const LIABLE_PARTIES = ['platform', 'account', 'issuer'] as const;
export type LiableParty = (typeof LIABLE_PARTIES)[number];

/**
 * Who bears it, by the reason and by what is known of the payment: a strongly authenticated payment shifts fraud to the
 * card's issuer; other fraud is the platform's, because the account's holder may be a victim too; what the buyer did
 * themselves is the account's, whose coins it was.
 */
export function liableParty(dispute: {
  readonly category: EvidenceCategory;
  /** Null: nobody told. */
  readonly strongAuthentication: boolean | null;
}): LiableParty {
  const fraud = dispute.category === 'fraudulent' || dispute.category === 'unrecognized';
  if (fraud && dispute.strongAuthentication === true) return 'issuer';
  return dispute.category === 'fraudulent' ? 'platform' : 'account';
}
