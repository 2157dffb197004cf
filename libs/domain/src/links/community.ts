/**
 * Communities: accounts joined, directly or through others, by something only a few share or by a finding. They are kept
 * as labels that change when a tie joins two of them: the larger keeps its label, so few rows change. Ties of crowds are
 * no ties, and two communities that would be too large together stay apart.
 */
import { LINK_BOUNDS } from './transfer.js';

export type Tie = readonly [a: string, b: string];

export interface Labels {
  /** The community of an account; an account nobody is tied to is its own. */
  readonly of: ReadonlyMap<string, string>;
  readonly sizes: ReadonlyMap<string, number>;
}

/** Which labels give way to which, in the end: `[label that goes, label that stays]`. */
export function joinCommunities(labels: Labels, ties: readonly Tie[]): Map<string, string> {
  const gone = new Map<string, string>();
  const sizes = new Map(labels.sizes);
  const current = (accountId: string): string => {
    let label = labels.of.get(accountId) ?? accountId;
    for (let next = gone.get(label); next !== undefined; next = gone.get(label)) label = next;
    return label;
  };
  const sizeOf = (label: string) => sizes.get(label) ?? 1;
  for (const [a, b] of ties) {
    const one = current(a);
    const other = current(b);
    if (one === other || sizeOf(one) + sizeOf(other) > LINK_BOUNDS.members) continue;
    const stays = sizeOf(one) > sizeOf(other) || (sizeOf(one) === sizeOf(other) && one < other) ? one : other;
    const goes = stays === one ? other : one;
    sizes.set(stays, sizeOf(one) + sizeOf(other));
    gone.set(goes, stays);
  }
  return new Map([...gone.keys()].map((label) => [label, finalLabel(gone, label)]));
}

function finalLabel(gone: ReadonlyMap<string, string>, from: string): string {
  let label = from;
  for (let next = gone.get(label); next !== undefined; next = gone.get(label)) label = next;
  return label;
}
