import {
  applyPromotion,
  audienceSubject,
  type CoinPackage,
  coins,
  conversionTerms,
  giftTerms,
  MAX_AMOUNT,
  type Money,
  type Offer,
  purchaseTerms,
  type Reason,
  reasons,
  rewardTerms,
  riskUntil,
  selectPromotion,
  spendTerms,
  type Terms,
  type Transaction,
  type VelocityState,
  withdrawalTerms,
} from '@coinwarden/domain';
import type { AccountState, BatchState } from './batch-state.js';
import type { PreparedItem } from './prepared-item.js';
import type { ReferenceSnapshot } from './reference-data.js';

type Purchase = Extract<Transaction, { kind: 'purchase' }>;
type Gift = Extract<Transaction, { kind: 'gift' }>;

export interface TermsQuestion {
  readonly item: PreparedItem;
  /** What the account did before, this transaction left out. */
  readonly before: VelocityState;
  readonly batch: BatchState;
  readonly references: ReferenceSnapshot;
  readonly account: AccountState;
}

export interface FoundTerms {
  /** What the item would move, or why the catalogue knows no such thing. */
  readonly terms: Terms | Reason;
  /** What a package on sale costs and brings, promotion included; null for all else. */
  readonly offer: Offer | null;
}

export function findTerms(question: TermsQuestion): FoundTerms {
  const { transaction: tx } = question.item;
  return tx.kind === 'purchase'
    ? findPurchase(tx, question)
    : { terms: termsWithoutOffer(tx, question.references), offer: null };
}

function termsWithoutOffer(
  tx: Exclude<Transaction, Purchase>,
  references: ReferenceSnapshot,
): Terms | Reason {
  switch (tx.kind) {
    case 'gift':
      return findGift(tx, references);
    case 'video_promotion':
    case 'unlock':
      return spendTerms(tx.kind, tx.accountId, tx.coins);
    case 'reward':
      return rewardTerms(tx.accountId, tx.coins);
    case 'conversion':
      return conversionTerms(tx.accountId, tx.diamonds);
    case 'withdrawal':
      return withdrawalTerms(tx.accountId, tx.diamonds, tx.payout.method);
  }
}

function findGift(tx: Gift, { catalogue }: ReferenceSnapshot): Terms | Reason {
  if (tx.recipientId === tx.accountId) return reasons.giftToSelf();
  const gift = catalogue.giftOnSale(tx.giftId);
  if (gift === null) return reasons.giftUnknown(tx.giftId);
  const cost = gift.coins * BigInt(tx.quantity);
  if (cost > MAX_AMOUNT) return reasons.giftTooLarge(tx.giftId, tx.quantity);
  return giftTerms(tx.accountId, tx.recipientId, coins(cost));
}

function findPurchase(tx: Purchase, question: TermsQuestion): FoundTerms {
  const offer = findOffer(tx, question);
  if ('code' in offer) return { terms: offer, offer: null };
  const { item, references, account } = question;
  const { provider, captured } = tx.payment;
  const accountCreatedAt = account.account.createdAt;
  const terms = purchaseTerms({
    accountId: tx.accountId,
    coins: offer.coins,
    bonusCoins: offer.bonusCoins,
    money: tx.money,
    provider,
    captured,
    riskUntil: riskUntil(references.riskWindow, { provider, accountCreatedAt, at: item.now }),
    now: item.now,
  });
  return { terms, offer };
}

/** The offer that the amount paid is the price of; without one the present offer, which it is then held against. */
function findOffer(tx: Purchase, question: TermsQuestion): Offer | Reason {
  const { account } = question.account;
  const { currency, amountMinor } = tx.money;
  const asked = { packageId: tx.packageId, currency, country: account.country, at: question.item.now };
  let present: Offer | Reason = reasons.packageUnknown(tx.packageId);
  let isFirst = true;
  for (const sold of question.references.catalogue.soldLately(asked)) {
    const offer =
      sold.point === null
        ? reasons.noPricePoint(tx.packageId, account.country, currency)
        : offerOf(tx, { package: sold.package, price: sold.point.price }, question);
    if ('priceMinor' in offer && offer.priceMinor === amountMinor) return offer;
    if (isFirst) present = offer;
    isFirst = false;
  }
  return present;
}

function offerOf(tx: Purchase, sold: { package: CoinPackage; price: Money }, question: TermsQuestion): Offer {
  const { item, batch, references, account, before } = question;
  const { counters, usesByAccount, codes } = batch.reads.promotions;
  const choice = selectPromotion({
    promotions: references.promotions,
    package: sold.package,
    buyer: audienceSubject(account.account, before, item.now),
    at: item.now,
    code: tx.promotionCode ?? null,
    counters,
    usesByAccount,
    codes,
  });
  return applyPromotion({ choice, package: sold.package, price: sold.price });
}
