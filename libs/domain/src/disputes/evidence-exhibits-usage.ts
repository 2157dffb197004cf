import type { TransactionKind } from '../decisions/transaction.js';
import { type DocumentExhibit, tableOf } from './evidence-document.js';
import type { EvidenceFacts, UsageFacts, UsageRow } from './evidence-facts.js';
import { sameDevice } from './evidence-matches.js';
import { countText, dayText, momentText, plural, spanText, timeText } from './evidence-text.js';

const WHAT: Record<TransactionKind, string> = {
  purchase: 'purchase',
  gift: 'gift to a creator',
  video_promotion: 'video promotion',
  unlock: 'unlocked content',
  reward: 'reward',
  conversion: 'conversion',
  withdrawal: 'withdrawal',
};

/** “500 of 700 coins spent on 12 gifts and 1 unlock”. */
const totalsText = ({ totals }: UsageFacts) =>
  totals
    .map(({ kind, count, coins }) => `${countText(count)} × ${WHAT[kind]} (${plural(coins, 'coin')})`)
    .join(', ');

export function usageExhibit(facts: EvidenceFacts): DocumentExhibit {
  const { usage, purchase, delivery } = facts;
  const shell = { key: 'usage', title: 'What the coins were used for' } as const;
  if (usage.count === 0) return { ...shell, summary: 'None of the coins have been spent.', empty: true };
  const granted = delivery.paidCoins + delivery.bonusCoins;
  const start =
    usage.firstAt === null ? '' : `, from ${spanText(usage.firstAt - purchase.purchasedAt)} after the order`;
  return {
    ...shell,
    summary: `${countText(usage.spentCoins)} of the ${plural(granted, 'coin')} of this very purchase were spent${start}.`,
    empty: false,
    facts: [
      ['Spent', `${countText(usage.spentCoins)} of ${countText(granted)} coins`],
      ['On', totalsText(usage)],
      ['First use', usage.firstAt === null ? 'not recorded' : timeText(usage.firstAt)],
      ['Last use', usage.lastAt === null ? 'not recorded' : timeText(usage.lastAt)],
    ],
    table: tableOf(
      [
        { title: 'When (UTC)', weight: 26 },
        { title: 'Used for', weight: 34 },
        { title: 'Received by', weight: 20 },
        { title: 'Coins', weight: 8, align: 'right' },
        { title: 'Device', weight: 14 },
      ],
      usage.rows.map((row) => [
        momentText(row.at),
        row.what,
        row.recipient ?? '–',
        countText(row.coins),
        deviceText(facts, row),
      ]),
      usage.count,
    ),
    paragraphs: [
      'Each coin is recorded in a double-entry ledger together with the purchase it came from; the coins above are those of the disputed order, not of any other.',
    ],
  };
}

const deviceText = ({ purchase }: EvidenceFacts, row: UsageRow) => {
  if (row.deviceId === null) return 'not recorded';
  return sameDevice(purchase, row) ? 'as ordered' : 'another';
};

export function recipientsExhibit({ recipients }: EvidenceFacts): DocumentExhibit {
  const empty = recipients.count === 0;
  return {
    key: 'recipients',
    title: 'Who received gifts',
    summary: empty
      ? 'No gifts were made.'
      : `Gifts to ${plural(recipients.count, 'creator')}, chosen by the account holder.`,
    empty,
    table: tableOf(
      [
        { title: 'Creator', weight: 40 },
        { title: 'Gifts', weight: 12, align: 'right' },
        { title: 'Coins', weight: 12, align: 'right' },
        { title: 'First', weight: 18 },
        { title: 'Last', weight: 18 },
      ],
      recipients.rows.map((row) => [
        row.name,
        countText(row.gifts),
        countText(row.coins),
        dayText(row.firstAt),
        dayText(row.lastAt),
      ]),
      recipients.count,
    ),
  };
}
