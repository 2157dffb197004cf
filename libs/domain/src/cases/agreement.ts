import type { CaseVerdict } from './case.js';

/** What two people found about the same case, neither knowing of the other. */
export interface VerdictPair {
  readonly first: CaseVerdict;
  readonly second: CaseVerdict;
}

/** How often two people find the same, and how much of that is more than chance. */
export interface Agreement {
  readonly pairs: number;
  readonly agreed: number;
  /** Agreed ÷ pairs; null without pairs. */
  readonly raw: number | null;
  /** Cohen's kappa, −1 … 1; null where it is not defined: no pairs, or both always found one and the same thing. */
  readonly kappa: number | null;
}

/**
 * Cohen, J. (1960), "A coefficient of agreement for nominal scales": (observed − expected) ÷ (1 − expected), where expected
 * is the agreement that the two sides' own frequencies would give by chance.
 */
export function agreementOf(pairs: readonly VerdictPair[]): Agreement {
  const total = pairs.length;
  if (total === 0) return { pairs: 0, agreed: 0, raw: null, kappa: null };
  const agreed = pairs.filter(({ first, second }) => first === second).length;
  const firsts = countBy(pairs.map(({ first }) => first));
  const seconds = countBy(pairs.map(({ second }) => second));
  const byChance = [...firsts].reduce((sum, [verdict, n]) => sum + n * (seconds.get(verdict) ?? 0), 0);
  const observed = agreed / total;
  const expected = byChance / (total * total);
  const kappa = byChance === total * total ? null : (observed - expected) / (1 - expected);
  return { pairs: total, agreed, raw: observed, kappa };
}

function countBy(verdicts: readonly CaseVerdict[]): Map<CaseVerdict, number> {
  const counts = new Map<CaseVerdict, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return counts;
}
