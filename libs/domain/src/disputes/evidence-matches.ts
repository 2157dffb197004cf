import { DAY } from '../kernel/time.js';
import type { EvidenceFacts, OtherPurchase, PurchaseFacts, SeenFrom } from './evidence-facts.js';

/** What two purchases of one account have in common. The account itself always is. */
export interface Match {
  readonly device: boolean;
  readonly ip: boolean;
  readonly instrument: boolean;
}

const same = (a: string | null, b: string | null) => a !== null && a === b;

export const sameDevice = (a: SeenFrom, b: SeenFrom): boolean => same(a.deviceId, b.deviceId);

export const matchOf = (purchase: PurchaseFacts, other: OtherPurchase): Match => ({
  device: sameDevice(purchase, other),
  ip: same(purchase.ip, other.ip),
  instrument: same(purchase.instrument, other.instrument),
});

/**
 * Visa Compelling Evidence 3.0 (Visa Core Rules, dispute condition 10.4): two earlier, undisputed purchases with the same
 * card, each between 120 and 364 days before the dispute, that share two identifiers with the disputed one, of which one
 * is the device or the address. The account is the second.
 */
const OLDEST = 364 * DAY;
const YOUNGEST = 120 * DAY;
export const COMPELLING_PURCHASES = 2;

export function compellingPurchases(facts: EvidenceFacts): readonly OtherPurchase[] {
  const { purchase, dispute } = facts;
  return facts.priorPurchases.filter((prior) => {
    const age = dispute.openedAt - prior.purchasedAt;
    const match = matchOf(purchase, prior);
    return match.instrument && (match.device || match.ip) && age >= YOUNGEST && age <= OLDEST;
  });
}

/** Whether the scheme's own rule for shifting liability is met: only Visa's fraud condition has one. */
export const qualifiesAsCompelling = (facts: EvidenceFacts): boolean =>
  facts.dispute.scheme === 'visa' &&
  facts.dispute.networkReasonCode === '10.4' &&
  compellingPurchases(facts).length >= COMPELLING_PURCHASES;

/** Purchases that share the device, the address or the card: what any bank understands. */
export const matchingPurchases = (facts: EvidenceFacts): readonly OtherPurchase[] =>
  facts.priorPurchases.filter((prior) => Object.values(matchOf(facts.purchase, prior)).some(Boolean));
