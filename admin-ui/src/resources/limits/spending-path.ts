import type { LimitMeasure } from '@coinwarden/domain';

export interface AskedSpend {
  readonly measure: LimitMeasure;
  readonly amount: number;
  /** Null for coins. */
  readonly currency: string | null;
}

/** The page that says why an account was refused, with what it wanted to spend if that is known. */
export function spendingPath(accountId: string, asked: AskedSpend | null = null): string {
  const path = `/limits/${encodeURIComponent(accountId)}/show`;
  if (asked === null) return path;
  return `${path}?${spendQuery(asked)}`;
}

export const spendQuery = ({ measure, amount, currency }: AskedSpend): string =>
  new URLSearchParams({ measure, amount: String(amount), ...(currency !== null && { currency }) }).toString();

/** What the address of the page asks; null for nothing or nonsense. */
export function askedIn(search: string): AskedSpend | null {
  const query = new URLSearchParams(search);
  const amount = Number(query.get('amount'));
  if (!Number.isSafeInteger(amount) || amount < 1) return null;
  const currency = query.get('currency');
  if (currency === null) return { measure: 'coins_spent', amount, currency };
  return Intl.supportedValuesOf('currency').includes(currency)
    ? { measure: 'purchase_money', amount, currency }
    : null;
}
