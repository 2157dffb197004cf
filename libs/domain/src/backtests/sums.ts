/** Numbers in records, lists and maps, by name: two of one shape are added number by number. */
export type Sums =
  | number
  | readonly Sums[]
  | ReadonlyMap<string | number, Sums>
  | { readonly [name: string]: Sums };

/** Adds `more` to `to` in place. What only `more` has in a map moves over as it is, so `more` must not be used after. */
export function addSums<T extends object>(to: T, more: T): void {
  if (to instanceof Map) {
    for (const [key, value] of more as unknown as Map<string, Sums>) {
      const known = to.get(key);
      to.set(key, known === undefined ? value : added(known, value));
    }
    return;
  }
  const [sums, others] = [to as Record<string, Sums>, more as Record<string, Sums>];
  for (const key of Object.keys(sums)) sums[key] = added(sums[key]!, others[key]!);
}

function added(to: Sums, more: Sums): Sums {
  if (typeof to === 'number') return to + (more as number);
  addSums(to, more as typeof to);
  return to;
}
