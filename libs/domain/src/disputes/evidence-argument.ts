import type { EvidenceCategory } from './evidence-category.js';
import type { EvidenceFacts } from './evidence-facts.js';
import { matchingPurchases, matchOf, sameDevice } from './evidence-matches.js';
import { countText, listText, moneyText, plural, spanText, timeText } from './evidence-text.js';

/**
 * The argument, from facts only: every sentence is left out when the facts do not carry it, so it never says more than
 * the exhibits show. No address, device or card stands in it, so it can be edited by anybody who may answer a dispute.
 */
export function argue(facts: EvidenceFacts, category: EvidenceCategory): string {
  const sentences = [opening(facts), ...POINTS[category].map((point) => point(facts)), closing(facts)];
  return sentences.filter((text) => text !== null).join('\n\n');
}

type Point = (facts: EvidenceFacts) => string | null;

const opening: Point = ({ purchase, account }) =>
  `On ${timeText(purchase.purchasedAt)} the account ${account.accountId} bought ${purchase.packageName} for ${moneyText(purchase.money)}. This is a one-time purchase of virtual coins, which are delivered electronically.`;

const delivered: Point = ({ delivery, purchase }) => {
  if (delivery.deliveredAt === null) return null;
  const coins = plural(delivery.paidCoins + delivery.bonusCoins, 'coin');
  const after = delivery.deliveredAt - purchase.purchasedAt;
  return `The order was delivered in full: ${coins} were credited to the account ${after < 60_000 ? 'at once' : `${spanText(after)} after the order`}, and could be used from that moment.`;
};

const used: Point = ({ usage, purchase, delivery }) => {
  if (usage.count === 0 || usage.firstAt === null) return null;
  const granted = delivery.paidCoins + delivery.bonusCoins;
  return `The coins of this order were used: ${countText(usage.spentCoins)} of ${countText(granted)} were spent in ${plural(usage.count, 'transaction')}, the first ${spanText(usage.firstAt - purchase.purchasedAt)} after the order.`;
};

const usedFromSameDevice: Point = ({ usage, purchase }) => {
  const same = usage.rows.filter((row) => sameDevice(row, purchase)).length;
  if (same === 0 || usage.rows.length === 0) return null;
  return same === usage.rows.length && same === usage.count
    ? 'All of them were spent from the device the order came from.'
    : `${countText(same)} of these transactions came from the device the order came from.`;
};

/** What all of them have in common; only where that is nothing, what some have. */
const knownBefore: Point = (facts) => {
  const matching = matchingPurchases(facts);
  if (matching.length === 0) return null;
  const matches = matching.map((prior) => matchOf(facts.purchase, prior));
  const all = SHARED.filter(([key]) => matches.every((match) => match[key]));
  const some = SHARED.filter(([key]) => matches.some((match) => match[key]));
  const words = (all.length > 0 ? all : some).map(([, word]) => `the ${word}`);
  const shared = all.length > 0 ? listText(words) : words.join(' or ');
  const were = matching.length === 1 ? 'shares' : 'share';
  return `The buyer is a returning customer: the same account had made ${plural(matching.length, 'earlier purchase')} that ${were} ${shared} of this one. ${matching.length === 1 ? 'It was never' : 'None of them was'} disputed.`;
};

const SHARED = [
  ['instrument', 'card'],
  ['device', 'device'],
  ['ip', 'IP address'],
] as const;

const signedIn: Point = ({ activity, purchase }) => {
  const before = activity.filter((event) => event.type === 'sign_in' && event.at <= purchase.purchasedAt);
  const last = before.at(-1);
  if (!last) return null;
  const device = sameDevice(last, purchase) ? ' from the device that ordered' : '';
  return `The account holder had signed in${device} ${spanText(purchase.purchasedAt - last.at)} before the order.`;
};

const signedInAfter: Point = ({ activity, purchase }) => {
  const after = activity.filter(
    (event) => event.type === 'sign_in' && event.at > purchase.purchasedAt && sameDevice(event, purchase),
  );
  return after.length === 0
    ? null
    : `The same device signed in ${plural(after.length, 'more time')} after the order.`;
};

const notDuplicate: Point = ({ similarPurchases, purchase, usage }) => {
  const own = usage.count > 0 ? ' and its coins were spent on their own' : '';
  return similarPurchases.length === 0
    ? `There is no second charge: this is the only purchase of ${moneyText(purchase.money)} by this account near that date.`
    : `The charges are separate orders. The account made ${plural(similarPurchases.length, 'other purchase')} of the same amount near that date; each has an order number, a payment and a delivery of its own. The disputed order is ${purchase.purchaseId}${own}.`;
};

const refundState: Point = ({ refunds, purchase }) => {
  if (refunds.length === 0) return 'No refund of this purchase has been made.';
  const paid = refunds.reduce((sum, refund) => sum + refund.money.amountMinor, 0n);
  const total = moneyText({ amountMinor: paid, currency: purchase.money.currency });
  return `${total} of this purchase has been refunded or is on its way to the card, as listed in the exhibits.`;
};

const noSubscription: Point = () =>
  'There is no subscription to cancel: coins are bought once, when the account holder orders them, and nothing renews.';

const asDescribed: Point = ({ delivery, purchase }) =>
  delivery.deliveredAt === null
    ? null
    : `What was delivered is what was ordered: ${purchase.packageName}, ${plural(delivery.paidCoins, 'coin')}${delivery.bonusCoins > 0n ? ` and ${plural(delivery.bonusCoins, 'bonus coin')}` : ''}. Coins that were paid for do not expire.`;

const closing: Point = ({ dispute, refunds, purchase }) => {
  const returned = refunds.reduce((sum, refund) => sum + refund.money.amountMinor, 0n);
  return returned >= purchase.money.amountMinor
    ? 'The amount has gone back to the buyer already; a chargeback would return it twice.'
    : `We therefore ask that the dispute of ${moneyText(dispute.money)} be decided in the merchant’s favour.`;
};

const POINTS: Record<EvidenceCategory, readonly Point[]> = {
  fraudulent: [knownBefore, signedIn, delivered, used, usedFromSameDevice, signedInAfter],
  unrecognized: [knownBefore, signedIn, delivered, used, usedFromSameDevice],
  product_not_received: [delivered, used, usedFromSameDevice, signedInAfter],
  product_unacceptable: [asDescribed, delivered, used, refundState],
  duplicate: [notDuplicate, delivered, used, refundState],
  credit_not_processed: [refundState, delivered, used],
  subscription_canceled: [noSubscription, delivered, used],
  general: [delivered, used, usedFromSameDevice, refundState],
};
