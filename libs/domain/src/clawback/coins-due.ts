import { type Claim, moneyBack } from './claim.js';
import type { WaterfallCause } from './clawback-policy.js';

/** How many coins a purchase has to give back for the money that went, and by which waterfall. */
export interface CoinsDue {
  /** To be taken back along the waterfall of `cause`. */
  readonly taken: bigint;
  /** Given up as goodwill: money went back, the coins stay. */
  readonly waived: bigint;
  readonly cause: WaterfallCause;
}

const STRONGEST_FIRST: readonly WaterfallCause[] = ['fraud', 'dispute', 'refund'];

/**
 * In proportion to the money, rounded down as long as some of it stays, so that parts taken one by one sum to the whole.
 * Which claim came first does not matter; of several causes the strongest names the waterfall.
 */
export function coinsDue(args: {
  capturedMinor: bigint;
  grantedCoins: bigint;
  claims: readonly Claim[];
}): CoinsDue {
  const { capturedMinor, grantedCoins, claims } = args;
  const open = claims.filter((claim) => claim.reservedMinor + claim.paidMinor > 0n);
  const { refundedMinor, reservedMinor, lostMinor } = moneyBack(capturedMinor, open);
  const gone = refundedMinor + reservedMinor + lostMinor;
  let goodwill = 0n;
  for (const claim of open) {
    if (claim.cause === 'goodwill') goodwill += claim.reservedMinor + claim.paidMinor;
  }
  if (goodwill > gone) goodwill = gone;
  const due = (minor: bigint) => (capturedMinor === 0n ? 0n : (grantedCoins * minor) / capturedMinor);
  const taken = due(gone - goodwill);
  const cause = STRONGEST_FIRST.find((one) => open.some((claim) => claim.cause === one)) ?? 'refund';
  return { taken, waived: due(gone) - taken, cause };
}
