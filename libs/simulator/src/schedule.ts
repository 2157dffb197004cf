import type { Instant } from '@coinwarden/domain';

/** Something that unfolds over time: it acts when resumed and yields the instant at which to resume it. */
export type Script = Generator<Instant, void, void>;

interface Waiting {
  readonly at: Instant;
  /** Ties are served in the order of arrival, so that the stream depends on nothing but the seed. */
  readonly order: number;
  readonly script: Script;
}

const before = (a: Waiting, b: Waiting) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Scripts by the time they wait for: a binary heap. */
export class Schedule {
  private readonly heap: Waiting[] = [];
  private order = 0;

  add(at: Instant, script: Script): void {
    const { heap } = this;
    const entry = { at, order: this.order++, script };
    let child = heap.push(entry) - 1;
    while (child > 0) {
      const parent = (child - 1) >>> 1;
      if (!before(entry, heap[parent] as Waiting)) break;
      heap[child] = heap[parent] as Waiting;
      child = parent;
    }
    heap[child] = entry;
  }

  next(): Waiting | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || first === last) return first;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Waiting, heap[child] as Waiting)) child++;
      if (!before(heap[child] as Waiting, last)) break;
      heap[parent] = heap[child] as Waiting;
      parent = child;
    }
    heap[parent] = last;
    return first;
  }
}
