import { type DocumentColumn, type DocumentExhibit, tableOf } from './evidence-document.js';
import type { EvidenceFacts, OtherPurchase } from './evidence-facts.js';
import { matchingPurchases, matchOf, qualifiesAsCompelling } from './evidence-matches.js';
import { momentText, moneyText, plural, spanText } from './evidence-text.js';

const COLUMNS: readonly DocumentColumn[] = [
  { title: 'Bought at (UTC)', weight: 26 },
  { title: 'Payment reference', weight: 28 },
  { title: 'Item', weight: 14 },
  { title: 'Amount', weight: 14, align: 'right' },
  { title: 'In common', weight: 20 },
];

const rowOf = (facts: EvidenceFacts, other: OtherPurchase) => {
  const match = matchOf(facts.purchase, other);
  const common = [match.instrument && 'card', match.device && 'device', match.ip && 'IP address', 'account'];
  return [
    momentText(other.purchasedAt),
    other.reference,
    other.packageName,
    moneyText(other.money),
    common.filter(Boolean).join(', '),
  ];
};

/** Those that share most come first: they are what shifts liability. */
export function priorExhibit(facts: EvidenceFacts): DocumentExhibit {
  const { priorPurchases } = facts;
  const matching = matchingPurchases(facts);
  const rest = priorPurchases.filter((prior) => !matching.includes(prior));
  const rows = [...matching, ...rest].map((prior) => rowOf(facts, prior));
  return {
    key: 'prior_purchases',
    title: 'Earlier purchases that were never disputed',
    summary:
      priorPurchases.length === 0
        ? 'The account has no earlier undisputed purchase.'
        : `${plural(priorPurchases.length, 'earlier purchase')} by this account, none of them disputed or refunded; ${matching.length} with the same card, device or IP address.`,
    empty: priorPurchases.length === 0,
    table: tableOf(COLUMNS, rows),
    ...(qualifiesAsCompelling(facts) && {
      paragraphs: [
        'Two or more of them were paid with the same card between 120 and 364 days before the dispute, from the same account and the same device or IP address, as Visa Compelling Evidence 3.0 asks.',
      ],
    }),
  };
}

export function otherChargesExhibit(facts: EvidenceFacts): DocumentExhibit {
  const { purchase, similarPurchases } = facts;
  return {
    key: 'other_charges',
    title: 'Other purchases near this one',
    summary:
      similarPurchases.length === 0
        ? 'There is no other purchase of this amount near this one.'
        : `${plural(similarPurchases.length, 'other purchase')} of the same amount near this one; each has an order, a payment reference and coins of its own.`,
    empty: similarPurchases.length === 0,
    table: tableOf(
      [
        { title: 'Bought at (UTC)', weight: 26 },
        { title: 'Order', weight: 30 },
        { title: 'Payment reference', weight: 28 },
        { title: 'From the disputed one', weight: 18 },
      ],
      similarPurchases.map((other) => [
        momentText(other.purchasedAt),
        other.purchaseId,
        other.reference,
        distanceText(other.purchasedAt - purchase.purchasedAt),
      ]),
    ),
  };
}

const distanceText = (ms: number) => `${spanText(Math.abs(ms))} ${ms < 0 ? 'before' : 'after'}`;

export function refundsExhibit({ refunds }: EvidenceFacts): DocumentExhibit {
  return {
    key: 'refunds',
    title: 'Refunds of this purchase',
    summary:
      refunds.length === 0
        ? 'No refund of this purchase has been made.'
        : `${plural(refunds.length, 'refund')} of this purchase.`,
    // That none was made is an answer too, so this one is never empty.
    empty: false,
    table: tableOf(
      [
        { title: 'Refund', weight: 40 },
        { title: 'At (UTC)', weight: 26 },
        { title: 'Amount', weight: 16, align: 'right' },
        { title: 'State', weight: 18 },
      ],
      refunds.map(({ refundId, at, money, paid }) => [
        refundId,
        momentText(at),
        moneyText(money),
        paid ? 'paid out' : 'on its way',
      ]),
    ),
  };
}
