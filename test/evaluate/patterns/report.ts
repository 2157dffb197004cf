import { PATTERNS } from '@coinwarden/simulator';
import type { Judged, PatternCounts } from './judge-patterns.js';
import type { Observation } from './observe.js';

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2));
const dollars = (minor: number): string => `$${Math.round(minor / 100).toLocaleString('en')}`;

/** Several economies as one: their counts added. */
export function together(judged: readonly Judged[]): Judged {
  return {
    patterns: PATTERNS.map((pattern) =>
      judged.map(({ patterns }) => patterns.find((counts) => counts.pattern === pattern)!).reduce(added),
    ),
    honest: judged.map(({ honest }) => honest).reduce((a, b) => added(a, b)),
  };
}

/** Adds numbers, joins lists, keeps names. */
function added<Counts extends object>(a: Counts, b: Counts): Counts {
  const sums = Object.entries(a).map(([name, value]) => {
    const other = (b as Record<string, unknown>)[name];
    if (typeof value === 'number') return [name, value + (other as number)];
    return [name, Array.isArray(value) ? [...value, ...(other as unknown[])] : value];
  });
  return Object.fromEntries(sums) as Counts;
}

export function printReport({ patterns, honest }: Judged): void {
  console.table(Object.fromEntries(patterns.map((counts) => [counts.pattern, rowOf(counts)])));
  console.log(
    `honest: ${honest.transactionsTouched} of ${honest.transactions} transactions held or refused by a rule; ` +
      `${honest.accountsTouched} of ${honest.accounts} accounts touched, ${honest.accountsNamed} of them by an alert`,
  );
}

const rowOf = (c: PatternCounts) => ({
  accounts: c.accounts,
  'recall (accounts)': share(c.accountsCaught, c.accounts),
  'precision (accounts)': share(c.rightAccounts, c.pointedAccounts),
  transactions: c.transactions,
  'recall (tx)': share(c.transactionsCaught, c.transactions),
  'precision (tx)': share(c.rightTransactions, c.pointedTransactions),
  'value caught': `${dollars(c.valueCaughtUsdMinor)} of ${dollars(c.valueUsdMinor)}`,
  'hours to detection': median(c.hoursToDetection)?.toFixed(1) ?? '–',
});

const median = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

/** What each rule, shadow rule (~) and alert (!) points at: whom of which pattern, and how many who did nothing. */
export function printSignals({ transactions, namings, schemers }: Observation): void {
  const signals = new Map<string, Map<string, Set<string>>>();
  const note = (signal: string, pattern: string, accountId: string) => {
    const by = signals.get(signal) ?? new Map<string, Set<string>>();
    by.set(pattern, (by.get(pattern) ?? new Set()).add(accountId));
    signals.set(signal, by);
  };
  for (const tx of transactions) {
    const pattern = tx.pattern ?? schemers.get(tx.accountId) ?? 'honest';
    for (const rule of tx.shadowRules) note(`~ ${rule}`, pattern, tx.accountId);
    if (tx.outcome === 'approve') continue;
    for (const rule of tx.rules) note(rule, pattern, tx.accountId);
  }
  for (const { accountId, code } of namings)
    note(`! ${code}`, schemers.get(accountId) ?? 'honest', accountId);
  for (const [signal, by] of [...signals].sort()) {
    const parts = [...by].sort(([, a], [, b]) => b.size - a.size).map(([p, ids]) => `${p} ${ids.size}`);
    console.log(`  ${signal.padEnd(34)} ${parts.join(', ')}`);
  }
}
