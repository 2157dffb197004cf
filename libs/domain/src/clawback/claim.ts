/**
 * What takes money of a purchase back, and how far it has come: a refund (reserved while its payment is on the way, paid
 * when the provider says so) or a dispute (paid while the provider has withdrawn the money). All amounts are minor units of
 * the purchase's currency. A purchase's state follows from its claims alone, so their order does not matter.
 */
export interface Claim {
  readonly claimId: string;
  readonly kind: 'refund' | 'dispute';
  readonly cause: ClawbackCause;
  readonly reservedMinor: bigint;
  readonly paidMinor: bigint;
  readonly feeMinor: bigint;
}

/** Why coins are taken back: decides which waterfall of the policy applies. */
export const CLAWBACK_CAUSES = ['refund', 'goodwill', 'fraud', 'dispute'] as const;
export type ClawbackCause = (typeof CLAWBACK_CAUSES)[number];

/** Where the money of a purchase went. refunded + reserved + lost ≤ captured; what a provider took beyond it is excess. */
export interface MoneyBack {
  readonly refundedMinor: bigint;
  readonly reservedMinor: bigint;
  readonly lostMinor: bigint;
  /** Taken from us twice: contested with the provider, never charged to the account. */
  readonly excessMinor: bigint;
  readonly feeMinor: bigint;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Refunds come first, because we made them; a dispute can then only lose what is left. */
export function moneyBack(capturedMinor: bigint, claims: readonly Claim[]): MoneyBack {
  const refunds = claims.filter((claim) => claim.kind === 'refund');
  const disputes = claims.filter((claim) => claim.kind === 'dispute');
  const paid = sum(refunds.map((claim) => claim.paidMinor));
  const refundedMinor = least(paid, capturedMinor);
  const reserved = sum(refunds.map((claim) => claim.reservedMinor));
  const reservedMinor = least(reserved, capturedMinor - refundedMinor);
  const withdrawn = sum(disputes.map((claim) => claim.paidMinor));
  const lostMinor = least(withdrawn, capturedMinor - refundedMinor - reservedMinor);
  const excessMinor = paid + withdrawn - refundedMinor - lostMinor;
  return {
    refundedMinor,
    reservedMinor,
    lostMinor,
    excessMinor,
    feeMinor: sum(claims.map((claim) => claim.feeMinor)),
  };
}

/** What could still be given back: nobody is paid twice, so what a dispute has taken is gone too. */
export function refundableMinor(capturedMinor: bigint, claims: readonly Claim[]): bigint {
  const { refundedMinor, reservedMinor, lostMinor } = moneyBack(capturedMinor, claims);
  return capturedMinor - refundedMinor - reservedMinor - lostMinor;
}
