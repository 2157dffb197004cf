import type { DashboardReport } from '@coinwarden/contracts';
import { amountIn } from '@coinwarden/domain';

type MoneySum = DashboardReport['totals']['money'][number];

const COMPARED_IN = 'USD';

const dollarsOf = ({ amountMinor, currency }: MoneySum): number =>
  Number(amountIn(COMPARED_IN, { amountMinor: BigInt(amountMinor), currency }) ?? 0n);

/**
 * Sums in many currencies, comparable: about what they come to in dollars at the reference rates, and the currencies by
 * that worth. With one currency there is nothing to compare, and its sum is exact.
 */
export function revenueOf(money: readonly MoneySum[]) {
  const byWorth = [...money].sort((a, b) => dollarsOf(b) - dollarsOf(a));
  const [only] = byWorth;
  if (only && byWorth.length === 1) return { total: only, exact: true, byWorth };
  const amountMinor = byWorth.reduce((sum, one) => sum + dollarsOf(one), 0);
  return { total: { amountMinor, currency: COMPARED_IN }, exact: false, byWorth };
}
