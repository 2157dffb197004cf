/** The chance that a labelled account scores above one that is not, ties counted half (Mann–Whitney). */
export function areaUnderCurve(scored: readonly { score: number; labelled: boolean }[]): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    let labelled = 0;
    while (end < sorted.length && sorted[end]!.score === sorted[start]!.score) {
      if (sorted[end++]!.labelled) labelled++;
    }
    rankSum += (labelled * (start + end + 1)) / 2;
    start = end;
  }
  const positives = scored.filter(({ labelled }) => labelled).length;
  const negatives = scored.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
