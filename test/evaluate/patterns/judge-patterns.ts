/**
 * Holds what the product said against what really happened. An account of a scheme is caught when, before its value is
 * gone, a rule holds or refuses a transaction of the scheme that it sends or is given, or an alert or restriction names it.
 * The value is gone with the first withdrawal that went through of anybody whom gifts of the scheme reach from the account; where
 * nothing is withdrawn, with the last transaction of the scheme that the account takes part in.
 */
import { PATTERNS, type Pattern } from '@coinwarden/simulator';
import { DETECTORS, type Detectors, isOwnAlert, isOwnRule } from './detectors.js';
import type { Naming, Observation, ObservedTransaction } from './observe.js';

export interface PatternCounts {
  readonly pattern: Pattern;
  /** Transactions of the scheme that reached the rules, and of them those held or refused. */
  transactions: number;
  transactionsCaught: number;
  accounts: number;
  accountsCaught: number;
  valueUsdMinor: number;
  valueCaughtUsdMinor: number;
  /** What the pattern's own detectors point at, and of that what is fraud. */
  pointedTransactions: number;
  rightTransactions: number;
  pointedAccounts: number;
  rightAccounts: number;
  readonly hoursToDetection: number[];
}

export interface Honest {
  transactions: number;
  transactionsTouched: number;
  accounts: number;
  /** With a transaction held or refused by a rule, or named by an alert. */
  accountsTouched: number;
  accountsNamed: number;
}

export interface Judged {
  readonly patterns: readonly PatternCounts[];
  readonly honest: Honest;
}

export function judgePatterns(observed: Observation): Judged {
  return {
    patterns: PATTERNS.map((pattern) => judgeOne(pattern, observed)),
    honest: judgeHonest(observed),
  };
}

/** Whoever is used without knowing it: what is done with their account is the scheme, they are not. */
const USES_VICTIMS: ReadonlySet<Pattern> = new Set(['account_takeover', 'minor_overspending']);

/** Refused before any rule: the scheme has run out of what it needs, and nothing is left to catch. */
const isStarved = ({ outcome, rules, reasonCodes }: ObservedTransaction, own: Detectors): boolean =>
  outcome === 'decline' && rules.length === 0 && !isRefusal(reasonCodes, own);

const isRefusal = (codes: readonly string[], { refusals = [] }: Detectors): boolean =>
  codes.some((code) => refusals.includes(code));

const isStopped = ({ outcome }: ObservedTransaction): boolean => outcome !== 'approve';

function judgeOne(pattern: Pattern, observed: Observation): PatternCounts {
  const own = DETECTORS[pattern];
  const scheme = observed.transactions.filter((tx) => tx.pattern === pattern && !isStarved(tx, own));
  const stopped = scheme.filter(isStopped);
  const counts: PatternCounts = {
    pattern,
    transactions: scheme.length,
    transactionsCaught: stopped.length,
    accounts: 0,
    accountsCaught: 0,
    valueUsdMinor: sum(scheme.map((tx) => tx.valueUsdMinor)),
    valueCaughtUsdMinor: sum(stopped.map((tx) => tx.valueUsdMinor)),
    ...pointed(own, observed),
    hoursToDetection: [],
  };
  const namedAt = firstTimes(observed.namings.map(({ accountId, at }) => [accountId, at]));
  const stoppedAt = firstTimes(stopped.flatMap((tx) => partiesOf(tx).map((id) => [id, tx.at] as const)));
  for (const accountId of accountsOf(pattern, scheme, observed)) {
    counts.accounts++;
    const at = Math.min(namedAt.get(accountId) ?? Infinity, stoppedAt.get(accountId) ?? Infinity);
    if (at > goneAt(accountId, scheme)) continue;
    counts.accountsCaught++;
    const began = scheme.find((tx) => partiesOf(tx).includes(accountId))!.at;
    counts.hoursToDetection.push(Math.max(0, at - began) / 3_600_000);
  }
  return counts;
}

const partiesOf = ({ accountId, recipientId }: ObservedTransaction): string[] =>
  recipientId === null ? [accountId] : [accountId, recipientId];

function accountsOf(
  pattern: Pattern,
  scheme: readonly ObservedTransaction[],
  { schemers }: Observation,
): Set<string> {
  const parties = scheme.flatMap((tx) => [
    ...partiesOf(tx).filter((id) => schemers.get(id) === pattern),
    ...(USES_VICTIMS.has(pattern) ? [tx.accountId] : []),
  ]);
  return new Set(parties);
}

/** Follows the scheme's gifts from the account to whoever takes the money out. */
function goneAt(accountId: string, scheme: readonly ObservedTransaction[]): number {
  const reachedAt = new Map([[accountId, 0]]);
  let last = 0;
  for (const tx of scheme) {
    if (partiesOf(tx).includes(accountId)) last = tx.at;
    const reached = (reachedAt.get(tx.accountId) ?? Infinity) <= tx.at;
    if (!reached || !tx.stood) continue;
    if (tx.kind === 'withdrawal') return tx.at - 1;
    if (tx.recipientId !== null && !reachedAt.has(tx.recipientId)) reachedAt.set(tx.recipientId, tx.at);
  }
  return last;
}

function pointed(own: Detectors, { transactions, namings, schemers }: Observation) {
  const isFraud = (tx: ObservedTransaction) => tx.pattern !== null || schemers.has(tx.accountId);
  const found = transactions.filter((tx) => isStopped(tx) && tx.rules.some((key) => isOwnRule(own, key)));
  const victims = new Set(transactions.flatMap((tx) => (tx.pattern === null ? [] : [tx.accountId])));
  const accounts = new Map<string, boolean>();
  for (const tx of found) accounts.set(tx.accountId, accounts.get(tx.accountId) || isFraud(tx));
  for (const { accountId, code } of namings) {
    if (!isOwnAlert(own, code)) continue;
    accounts.set(accountId, accounts.get(accountId) || schemers.has(accountId) || victims.has(accountId));
  }
  return {
    pointedTransactions: found.length,
    rightTransactions: found.filter(isFraud).length,
    pointedAccounts: accounts.size,
    rightAccounts: [...accounts.values()].filter(Boolean).length,
  };
}

function judgeHonest({ transactions, namings, schemers }: Observation): Honest {
  const used = new Set(transactions.flatMap((tx) => (tx.pattern === null ? [] : [tx.accountId])));
  const isHonest = (accountId: string) => !schemers.has(accountId) && !used.has(accountId);
  const own = transactions.filter((tx) => isHonest(tx.accountId));
  const touched = own.filter((tx) => isStopped(tx) && tx.rules.length > 0);
  const named = new Set(namings.map((naming: Naming) => naming.accountId).filter(isHonest));
  return {
    transactions: own.length,
    transactionsTouched: touched.length,
    accounts: new Set(own.map((tx) => tx.accountId)).size,
    accountsTouched: new Set([...touched.map((tx) => tx.accountId), ...named]).size,
    accountsNamed: named.size,
  };
}

function firstTimes(seen: readonly (readonly [string, number])[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [id, at] of seen) first.set(id, Math.min(first.get(id) ?? Infinity, at));
  return first;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
