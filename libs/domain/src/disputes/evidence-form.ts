import type { EvidenceCategory, ExhibitKey } from './evidence-category.js';
import type { EvidenceDocument } from './evidence-document.js';
import type { EvidenceFacts, OtherPurchase } from './evidence-facts.js';
import { type EvidenceFields, fitFields } from './evidence-fields.js';
import { dayText, moneyText, plural, timeText } from './evidence-text.js';

export interface FormRequest {
  readonly facts: EvidenceFacts;
  readonly category: EvidenceCategory;
  readonly document: EvidenceDocument;
  readonly included: ReadonlySet<ExhibitKey>;
}

/** The provider's form, filled from the exhibits that are in the pack: what was left out there is not told here either. */
export function fillForm({ facts, category, document, included }: FormRequest): EvidenceFields {
  const { purchase, account, delivery, terms } = facts;
  const on = <T>(key: ExhibitKey, value: () => T): T | undefined => (included.has(key) ? value() : undefined);
  const shownTerms = on('terms', () => terms) ?? null;
  const twin = nearest(facts);
  return fitFields({
    product_description: `${purchase.packageName}: ${plural(delivery.paidCoins + delivery.bonusCoins, 'virtual coin')} for ${moneyText(purchase.money)}, delivered electronically to account ${account.accountId}. A one-time purchase; nothing renews.`,
    customer_name: account.displayName ?? '',
    customer_email_address: account.email ?? '',
    customer_purchase_ip: purchase.ip ?? '',
    service_date: delivery.deliveredAt === null ? '' : dayText(delivery.deliveredAt),
    access_activity_log: activityLog(facts, included),
    ...(category === 'duplicate' &&
      included.has('other_charges') &&
      twin !== null && {
        duplicate_charge_id: twin.reference,
        duplicate_charge_explanation: twinText(facts, twin),
      }),
    refund_policy_disclosure: shownTerms?.disclosure ?? '',
    ...(category === 'credit_not_processed' && { refund_refusal_explanation: document.statement }),
    ...(category === 'subscription_canceled' && {
      cancellation_policy_disclosure: shownTerms?.disclosure ?? '',
      cancellation_rebuttal: document.statement,
    }),
    // The statement once: whoever prints the form counts its pages.
    uncategorized_text: HAS_ITS_OWN_FIELD.has(category)
      ? contents(document)
      : [document.statement, contents(document)].join('\n\n'),
  });
}

const HAS_ITS_OWN_FIELD: ReadonlySet<EvidenceCategory> = new Set([
  'credit_not_processed',
  'subscription_canceled',
]);

const contents = ({ exhibits }: EvidenceDocument) =>
  [
    'Exhibits in the attached document:',
    ...exhibits.map((e) => `${e.letter}. ${e.title}. ${e.summary}`),
  ].join('\n');

/** Sign-ins and uses in one order of time: what the form asks for as server or activity logs. */
function activityLog(
  { activity, usage, purchase }: EvidenceFacts,
  included: ReadonlySet<ExhibitKey>,
): string {
  const from = (ip: string | null, deviceId: string | null) =>
    `IP ${ip ?? 'not recorded'}, device ${deviceId ?? 'not recorded'}`;
  const lines = [
    {
      at: purchase.purchasedAt,
      text: `order ${purchase.purchaseId}, ${from(purchase.ip, purchase.deviceId)}`,
    },
    ...(included.has('activity') ? activity.filter(({ type }) => type !== 'report') : []).map((event) => ({
      at: event.at,
      text: `${event.type.replaceAll('_', ' ')}, ${from(event.ip, event.deviceId)}`,
    })),
    ...(included.has('usage') ? usage.rows : []).map((row) => ({
      at: row.at,
      text: `${plural(row.coins, 'coin')} used: ${row.what}, ${from(row.ip, row.deviceId)}`,
    })),
  ];
  return lines
    .sort((a, b) => a.at - b.at)
    .map(({ at, text }) => `${timeText(at)}  ${text}`)
    .join('\n');
}

const nearest = ({ similarPurchases, purchase }: EvidenceFacts): OtherPurchase | null =>
  similarPurchases.reduce<OtherPurchase | null>((best, other) => {
    const distance = (one: OtherPurchase) => Math.abs(one.purchasedAt - purchase.purchasedAt);
    return best === null || distance(other) < distance(best) ? other : best;
  }, null);

const twinText = ({ purchase }: EvidenceFacts, twin: OtherPurchase) =>
  `Two orders were placed: ${purchase.purchaseId} on ${timeText(purchase.purchasedAt)} (payment ${purchase.reference}) and ${twin.purchaseId} on ${timeText(twin.purchasedAt)} (payment ${twin.reference}). Each was paid for and delivered separately.`;
