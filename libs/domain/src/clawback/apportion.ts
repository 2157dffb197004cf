/**
 * Shares `total` among weights in whole units, as near to proportional as whole units allow (Jefferson's method). The
 * shares sum to the total, none exceeds its weight, and a larger total never gives anybody less: so taking in two steps
 * ends where one step would have, and giving back retraces the way. Needs 0 ≤ total ≤ Σ weights.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  let sum = 0n;
  for (const weight of weights) sum += weight;
  if (total < 0n || total > sum) throw new RangeError(`cannot share ${total} among ${sum}`);
  if (total === 0n) return weights.map(() => 0n);
  const shares = weights.map((weight) => (weight * total) / sum);
  let left = total;
  for (const share of shares) left -= share;
  const order = new NextShare(weights, shares);
  for (; left > 0n; left--) order.giveOne();
  return shares;
}

/** A heap of claimants by weight ÷ (share + 1): the top one has the best claim to the next unit; ties go to the first. */
class NextShare {
  private readonly heap: number[] = [];

  constructor(
    private readonly weights: readonly bigint[],
    private readonly shares: bigint[],
  ) {
    for (let i = 0; i < weights.length; i++) if (weights[i]! > 0n) this.heap.push(i);
    for (let at = (this.heap.length >> 1) - 1; at >= 0; at--) this.sink(at);
  }

  giveOne(): void {
    const top = this.heap[0]!;
    this.shares[top] = this.shares[top]! + 1n;
    this.sink(0);
  }

  private before(a: number, b: number): boolean {
    const left = this.weights[a]! * (this.shares[b]! + 1n);
    const right = this.weights[b]! * (this.shares[a]! + 1n);
    return left === right ? a < b : left > right;
  }

  private sink(start: number): void {
    const { heap } = this;
    for (let at = start; ; ) {
      let best = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && this.before(heap[child]!, heap[best]!)) best = child;
      }
      if (best === at) return;
      [heap[at], heap[best]] = [heap[best]!, heap[at]!];
      at = best;
    }
  }
}
