import { MINUTE } from '../kernel/time.js';
import type { DocumentExhibit } from './evidence-document.js';
import type { EvidenceFacts } from './evidence-facts.js';
import { countText, instrumentText, moneyText, plural, spanText, timeText } from './evidence-text.js';

const recorded = (value: string | null) => value ?? 'not recorded';

export function purchaseExhibit({ purchase, account, delivery }: EvidenceFacts): DocumentExhibit {
  return {
    key: 'purchase',
    title: 'The purchase and its receipt',
    summary: `${purchase.packageName} for ${moneyText(purchase.money)}, bought on ${timeText(purchase.purchasedAt)}.`,
    empty: false,
    facts: [
      ['Order', purchase.purchaseId],
      ['Payment reference', `${purchase.reference} (${purchase.provider})`],
      ['Ordered at', timeText(purchase.purchasedAt)],
      ['Item', `${purchase.packageName}: a one-time purchase of virtual coins, no subscription`],
      ['Amount', moneyText(purchase.money)],
      ['Coins in the order', countText(delivery.paidCoins)],
      ...(delivery.bonusCoins > 0n ? [['Bonus coins', countText(delivery.bonusCoins)] as const] : []),
      ['Payment instrument', instrumentText(purchase.instrument)],
      ['Issued in', recorded(purchase.instrumentCountry)],
      ['Ordered by account', account.accountId],
      ['Device', recorded(purchase.deviceId)],
      ['IP address', recorded(purchase.ip)],
      ...(purchase.userAgent === null ? [] : [['Browser or app', purchase.userAgent] as const]),
    ],
  };
}

export function deliveryExhibit({ purchase, account, delivery }: EvidenceFacts): DocumentExhibit {
  const shell = { key: 'delivery', title: 'Delivery' } as const;
  const delivered = delivery.deliveredAt;
  if (delivered === null) return { ...shell, summary: 'The coins have not been delivered.', empty: true };
  const coins = delivery.paidCoins + delivery.bonusCoins;
  return {
    ...shell,
    summary: `${plural(coins, 'coin')} delivered on ${timeText(delivered)}, ${afterText(delivered - purchase.purchasedAt)}.`,
    empty: false,
    facts: [
      ['Delivered to account', account.accountId],
      ['Delivered at', timeText(delivered)],
      ['Coins delivered', countText(coins)],
      ['Manner', 'Electronically: credited to the account balance and usable from that moment'],
    ],
  };
}

const afterText = (ms: number) =>
  ms < MINUTE ? 'at the moment of the order' : `${spanText(ms)} after the order`;

/** Only what an installation says it shows before payment; nothing is claimed where it says nothing. */
export function termsExhibit({ terms }: EvidenceFacts): DocumentExhibit {
  const shell = { key: 'terms', title: 'Terms of sale' } as const;
  if (terms === null) return { ...shell, summary: 'No terms are on record.', empty: true };
  return {
    ...shell,
    title: terms.title,
    summary: `${terms.title}, version ${terms.version}, shown since ${terms.shownSince}.`,
    empty: false,
    facts: [
      ['Version', terms.version],
      ['Shown since', terms.shownSince],
      ['How it is shown', terms.disclosure],
    ],
    paragraphs: terms.clauses,
  };
}
