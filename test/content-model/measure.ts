/** How a list of scores separates scams from honest texts. */
export interface Scored {
  readonly score: number;
  readonly scam: boolean;
}

/** The lowest threshold that lets at most the given share of honest texts pass as scams. */
export function thresholdAt(scored: readonly Scored[], falsePositives: number): number {
  const honest = scored.filter((s) => !s.scam).map((s) => s.score);
  honest.sort((a, b) => b - a);
  const allowed = Math.floor(honest.length * falsePositives);
  return honest[allowed] ?? Number.NEGATIVE_INFINITY;
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
