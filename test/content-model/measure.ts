/** How a list of scores separates scams from honest texts. */
export interface Scored {
  readonly score: number;
  readonly scam: boolean;
  readonly source?: string;
}

/**
 * The lowest threshold that lets at most the given share of honest texts pass as scams: each text counting one, or each
 * source weighing as the root of its size, as in training.
 */
export function thresholdAt(
  scored: readonly Scored[],
  falsePositives: number,
  { sourcesWeigh = 'size' }: { readonly sourcesWeigh?: 'size' | 'root' } = {},
): number {
  const honest = scored.filter((s) => !s.scam);
  const sizes = new Map<string | undefined, number>();
  for (const { source } of honest) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  const weighed = honest
    .map(({ score, source }) => ({
      score,
      weight: sourcesWeigh === 'size' ? 1 : 1 / Math.sqrt(sizes.get(source)!),
    }))
    .sort((a, b) => b.score - a.score);
  const allowed = falsePositives * weighed.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  for (const { score, weight } of weighed) {
    passed += weight;
    if (passed > allowed) return score;
  }
  return Number.NEGATIVE_INFINITY;
}

/** Shares above the threshold: of the scams (recall) and of the honest texts (false positives). */
export function shares(
  scored: readonly Scored[],
  threshold: number,
): { recall: number; falsePositives: number } {
  let [hits, scams, alarms, honest] = [0, 0, 0, 0];
  for (const { score, scam } of scored) {
    if (scam) {
      scams += 1;
      if (score > threshold) hits += 1;
    } else {
      honest += 1;
      if (score > threshold) alarms += 1;
    }
  }
  return { recall: hits / Math.max(1, scams), falsePositives: alarms / Math.max(1, honest) };
}
