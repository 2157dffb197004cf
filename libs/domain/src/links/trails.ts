/**
 * Follows value from account to account in the order of time. Every account remembers, of bounded number, the ways value
 * may have come to it; a transfer hands them on to the recipient where the amount still fits. A way that arrives where it
 * set out is a cycle. So cycles are found by looking at the two ends of each transfer and nothing else, and none is found
 * whose transfers are out of order, too far apart, or of amounts that cannot be the same value.
 */
import { type LinkNode, type Trail, type TrailStep, totalPartners } from './link-node.js';
import { LINK_BOUNDS, type Transfer } from './transfer.js';

/** A conversion halves value and a fee or a whole gift takes a little more; nothing makes it grow. */
const LEAST_KEPT = 0.4;
const MOST_KEPT = 1.05;

/** Whether a transfer may hand on what the last step of a way brought. */
export function continues(trail: Trail, transfer: Pick<Transfer, 'amount' | 'at'>): boolean {
  const first = trail[0]!;
  const last = trail[trail.length - 1]!;
  return (
    transfer.at >= last.at &&
    transfer.at - first.at <= LINK_BOUNDS.window &&
    transfer.amount >= last.amount * LEAST_KEPT &&
    transfer.amount <= last.amount * MOST_KEPT
  );
}

/**
 * Hands the giver's ways on to the recipient and returns the cycles the transfer closes, each from the account where it
 * set out. A transfer from an account to itself is no cycle: the decision path refuses it.
 */
export function followTransfer(from: LinkNode, to: LinkNode, transfer: Transfer): Trail[] {
  const step: TrailStep = {
    accountId: from.accountId,
    transferId: transfer.id,
    amount: transfer.amount,
    at: transfer.at,
    crowd: totalPartners(from),
  };
  const cycles: Trail[] = [];
  const arriving: Trail[] = [[step]];
  for (const trail of from.trails) {
    if (!continues(trail, transfer)) continue;
    const extended = [...trail, step];
    if (trail[0]!.accountId === to.accountId) cycles.push(extended);
    else if (extended.length < LINK_BOUNDS.hops && !trail.some((s) => s.accountId === to.accountId)) {
      arriving.push(extended);
    }
  }
  to.trails = kept([...to.trails, ...arriving], transfer.at);
  return cycles;
}

/** The ways worth remembering: still in time, the largest amounts first, then the latest. */
function kept(trails: Trail[], now: number): Trail[] {
  const alive = trails.filter((trail) => now - trail[0]!.at <= LINK_BOUNDS.window);
  if (alive.length <= LINK_BOUNDS.trails) return alive;
  const last = (trail: Trail) => trail[trail.length - 1]!;
  return alive
    .sort((a, b) => last(b).amount - last(a).amount || last(b).at - last(a).at || b.length - a.length)
    .slice(0, LINK_BOUNDS.trails);
}
