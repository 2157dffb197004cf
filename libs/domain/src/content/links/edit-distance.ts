/**
 * How many letters must be changed, added, dropped or swapped with their neighbour to make one word of the other, at most
 * `limit + 1`. Only the band that can still stay within the limit is looked at.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous: number[] = [];
  let current = Array.from({ length: b.length + 1 }, (_, i) => i);
  let next: number[] = [];
  for (let i = 1; i <= a.length; i += 1) {
    next = new Array<number>(b.length + 1).fill(limit + 1);
    next[0] = i;
    let best = i;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(current[j]! + 1, next[j - 1]! + 1, current[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, previous[j - 2]! + 1);
      next[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    [previous, current] = [current, next];
  }
  return Math.min(current[b.length]!, limit + 1);
}
