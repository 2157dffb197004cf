/**
 * Card testing: a list of card numbers is tried with small purchases, to learn which still work. Whoever does it changes
 * accounts as easily as cards, so it shows on the device and at the address rather than on any account. Shared addresses
 * carry many cards too, but theirs are as many as their people, and they buy what people buy.
 */

/** What velocity knows of a device or an address, the purchase at hand counted. */
export interface CardsSeen {
  /** Different cards, up to 64. */
  readonly cards: number;
  readonly accounts: number;
  readonly purchases: number;
  readonly usdMinor: number;
  readonly declined: number;
}

export interface CardTestingEvidence {
  /** Within a day. */
  readonly device: CardsSeen | null;
  /** Within an hour. */
  readonly address: CardsSeen | null;
  /** Countries of the account's cards within a week. */
  readonly cardCountries: number;
}

export const CARD_TESTING_ALERT_SCORE = 600;
/** The smallest packages cost less. */
const SMALL_USD_MINOR = 200;

/** 0 … 1,000. */
export function cardTestingScore({ device, address, cardCountries }: CardTestingEvidence): number {
  const weights = [deviceWeight(device), addressWeight(address)];
  const cards = Math.max(device?.cards ?? 0, cardCountries);
  if (cards >= 3 && isSmall(device)) weights.push(0.35);
  if (cards >= 3 && cardCountries >= 3) weights.push(0.3);
  if ((device?.cards ?? 0) >= 2 && (device?.declined ?? 0) >= 2) weights.push(0.25);
  const trust = weights.reduce((left, weight) => left * (1 - weight), 1);
  return Math.round(1_000 * (1 - trust));
}

/** A family shares a device and has a card each: what counts are the cards beyond one per account, and many of either. */
function deviceWeight(seen: CardsSeen | null): number {
  if (seen === null || seen.cards < 3) return 0;
  const spare = seen.cards - seen.accounts;
  if (seen.cards >= 6) return 0.8;
  if (seen.cards >= 5 || spare >= 3) return 0.65;
  return spare >= 2 ? 0.45 : 0.25;
}

function addressWeight(seen: CardsSeen | null): number {
  if (seen === null || seen.cards < 5 || !isSmall(seen)) return 0;
  const spare = seen.cards - seen.accounts;
  return spare >= 4 ? 0.65 : seen.cards >= 8 ? 0.5 : spare >= 2 ? 0.4 : 0;
}

const isSmall = (seen: CardsSeen | null): boolean =>
  seen !== null && seen.purchases >= 3 && seen.usdMinor <= seen.purchases * SMALL_USD_MINOR;
