import type { PriceWarning } from '@coinwarden/domain';

/** What each warning says of a price. */
export const PRICE_WARNING_TEXT: Readonly<Record<PriceWarning, string>> = {
  below_payout:
    'a coin costs no more than a creator is paid for it, so buying, giving and withdrawing makes money',
  arbitrage: 'a coin costs much less than elsewhere, so coins may be bought here to be sold there',
  dearer_than_smaller: 'a coin costs more than in a smaller package of the same currency and region',
};
