/**
 * A ring gathers what was found about accounts that appear in it together. Findings that share an account belong to one
 * ring, so a ring grows and two may turn out to be one; an account that deals with crowds joins nothing, and no ring
 * grows beyond a bound, so one busy creator never makes a single ring of half the economy.
 */
import { clampScore, FINDING_KINDS, type Finding, type FindingKind } from './finding.js';
import { LINK_BOUNDS } from './transfer.js';

export const RING_STATUSES = ['open', 'confirmed', 'dismissed'] as const;
export type RingStatus = (typeof RING_STATUSES)[number];

export const RING_ACTIONS = ['confirm', 'dismiss', 'reopen'] as const;
export type RingAction = (typeof RING_ACTIONS)[number];

const NEXT: Readonly<Record<RingAction, { readonly from: readonly RingStatus[]; readonly to: RingStatus }>> =
  {
    confirm: { from: ['open', 'dismissed'], to: 'confirmed' },
    dismiss: { from: ['open', 'confirmed'], to: 'dismissed' },
    reopen: { from: ['confirmed', 'dismissed'], to: 'open' },
  };

/** The status after an action, or null where it is not open. */
export const ringAfter = (status: RingStatus, action: RingAction): RingStatus | null =>
  NEXT[action].from.includes(status) ? NEXT[action].to : null;

export const ringActionsIn = (status: RingStatus): RingAction[] =>
  RING_ACTIONS.filter((action) => ringAfter(status, action) !== null);

export interface KnownRing {
  readonly ringId: string;
  readonly members: number;
  /** The earlier ring absorbs the later. */
  readonly madeAt: number;
}

export interface Placement {
  /** Null when the finding starts a ring of its own. */
  readonly into: string | null;
  /** Rings that turn out to be the same one. */
  readonly absorbs: readonly string[];
}

/** Where a finding belongs. `ringsOf` names the rings of an account; `isHub` the accounts that join nobody. */
export function placeFinding(
  finding: Pick<Finding, 'members'>,
  ringsOf: (accountId: string) => readonly KnownRing[],
  isHub: (accountId: string) => boolean,
): Placement {
  const met = new Map<string, KnownRing>();
  for (const accountId of finding.members) {
    if (isHub(accountId)) continue;
    for (const ring of ringsOf(accountId)) met.set(ring.ringId, ring);
  }
  const [into, ...others] = [...met.values()].sort(
    (a, b) => a.madeAt - b.madeAt || (a.ringId < b.ringId ? -1 : 1),
  );
  if (!into) return { into: null, absorbs: [] };
  let members = into.members + finding.members.length;
  const absorbs: string[] = [];
  for (const ring of others) {
    if (members + ring.members > LINK_BOUNDS.members) continue;
    members += ring.members;
    absorbs.push(ring.ringId);
  }
  return members > LINK_BOUNDS.members && absorbs.length === 0 && into.members >= LINK_BOUNDS.members
    ? { into: null, absorbs: [] }
    : { into: into.ringId, absorbs };
}

export interface FindingOutline {
  readonly kind: FindingKind;
  readonly score: number;
}

/**
 * The score of a ring, 0 … 1000: its strongest finding, and of every other kind of finding a part of what is left.
 * Finding the same kind again says little more, so only the strongest of each kind counts.
 */
export function ringScore(findings: readonly FindingOutline[]): number {
  let doubt = 1;
  const strongest = FINDING_KINDS.map((kind) =>
    Math.max(0, ...findings.filter((finding) => finding.kind === kind).map(({ score }) => score)),
  ).sort((a, b) => b - a);
  for (const [i, score] of strongest.entries()) doubt *= 1 - (score / 1_000) * (i === 0 ? 1 : 0.5);
  return clampScore(1_000 * (1 - doubt));
}

/** From here a ring becomes an alert. */
export const ALERT_SCORE = 600;
