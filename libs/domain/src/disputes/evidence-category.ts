/**
 * What a cardholder says is wrong, reduced to what it takes to answer.
 */
export const EVIDENCE_CATEGORIES = [
  'fraudulent',
  'unrecognized',
  'product_not_received',
  'product_unacceptable',
  'duplicate',
  'credit_not_processed',
  'subscription_canceled',
  'general',
] as const;
export type EvidenceCategory = (typeof EVIDENCE_CATEGORIES)[number];

/** The parts a pack is made of, in no order: the category gives the order. */
export const EXHIBITS = [
  'purchase',
  'delivery',
  'usage',
  'recipients',
  'account',
  'activity',
  'prior_purchases',
  'other_charges',
  'refunds',
  'terms',
] as const;
export type ExhibitKey = (typeof EXHIBITS)[number];

/**
 * What matters to the bank, the strongest first. What is not named here is left out unless somebody adds it: a bank reads
 * little, and every detail about a person that does not answer the claim is one too many.
 */
export const EXHIBITS_FOR: Readonly<Record<EvidenceCategory, readonly ExhibitKey[]>> = {
  fraudulent: ['purchase', 'prior_purchases', 'activity', 'usage', 'recipients', 'account', 'terms'],
  unrecognized: ['purchase', 'prior_purchases', 'activity', 'usage', 'account', 'terms'],
  product_not_received: ['purchase', 'delivery', 'usage', 'activity', 'terms'],
  product_unacceptable: ['purchase', 'delivery', 'usage', 'recipients', 'refunds', 'terms'],
  duplicate: ['purchase', 'other_charges', 'delivery', 'usage', 'refunds'],
  credit_not_processed: ['purchase', 'refunds', 'delivery', 'usage', 'terms'],
  subscription_canceled: ['purchase', 'delivery', 'other_charges', 'usage', 'terms'],
  general: ['purchase', 'delivery', 'usage', 'activity', 'refunds', 'terms'],
};

/** All exhibits in the order of the document: the recommended first, then the rest. */
export const exhibitOrder = (category: EvidenceCategory): readonly ExhibitKey[] => {
  const first = EXHIBITS_FOR[category];
  return [...first, ...EXHIBITS.filter((key) => !first.includes(key))];
};
