/** Money is an amount in the currency's minor unit (ISO 4217 exponent) and its code; two currencies never add. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: string;
}

export const money = (amountMinor: bigint | number, currency: string): Money => ({
  amountMinor: BigInt(amountMinor),
  currency,
});

export const sameMoney = (a: Money, b: Money): boolean =>
  a.currency === b.currency && a.amountMinor === b.amountMinor;
