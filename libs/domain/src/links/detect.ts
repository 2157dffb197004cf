/** What one transfer may reveal of the two accounts it joins, besides funnels and fan-outs. */
import { DAY, HOUR } from '../kernel/time.js';
import { clampScore, type Finding, type FindingEdge } from './finding.js';
import type { LinkNode, Trail } from './link-node.js';
import { LINK_BOUNDS, sharedEntities, type Transfer, tieStrength } from './transfer.js';

/**
 * A way that arrived where it set out. Friends give each other things, so two accounts alone say little; the more accounts
 * take part, the less is lost on the way and the sooner it is back, the more it says.
 */
export function findCycle(trail: Trail): Finding {
  const accounts = trail.map((step) => step.accountId);
  const amounts = trail.map((step) => step.amount);
  const took = trail[trail.length - 1]!.at - trail[0]!.at;
  const kept = Math.min(...amounts) / Math.max(...amounts);
  const crowd = Math.max(...trail.map((step) => step.crowd));
  const base = trail.length === 2 ? 150 : 450;
  const speed = 1 - took / LINK_BOUNDS.window;
  const score = base + 250 * kept + 150 * speed + 30 * Math.min(3, trail.length - 2);
  return {
    key: `cycle:${fromSmallest(accounts).join('>')}`,
    kind: 'cycle',
    members: accounts,
    edges: trail.map((step, i) => edgeOf(step, accounts[(i + 1) % accounts.length]!)),
    score: clampScore(score / (1 + crowd / LINK_BOUNDS.hubPartners)),
    amount: Math.min(...amounts),
    at: trail[trail.length - 1]!.at,
    values: {
      accounts: accounts.length,
      keptPercent: Math.round(100 * kept),
      hours: Math.round(took / HOUR),
    },
  };
}

const edgeOf = (step: Trail[number], to: string): FindingEdge => ({
  from: step.accountId,
  to,
  kind: 'gift',
  amount: step.amount,
  at: step.at,
  transferId: step.transferId,
});

/** The same cycle whichever of its accounts it is told from. */
function fromSmallest(accounts: readonly string[]): string[] {
  const start = accounts.indexOf([...accounts].sort()[0]!);
  return [...accounts.slice(start), ...accounts.slice(0, start)];
}

/** What people who live together give each other comes to less than this. */
const MORE_THAN_KINDNESS = 300;
/** How much is left of a small self-gift: not enough for a ring. */
const KINDNESS = 0.6;

/** Giver and recipient share something few do: one person on both sides, or two who work together. */
export function findSelfGift(from: LinkNode, to: LinkNode, transfer: Transfer): Finding | null {
  const [entity] = sharedEntities(transfer);
  if (!entity) return null;
  const partner = to.received.partners.find((p) => p.accountId === from.accountId);
  const amount = partner?.amount ?? transfer.amount;
  const share = to.received.amount === 0 ? 1 : amount / to.received.amount;
  return {
    key: `self_gift:${from.accountId}>${to.accountId}`,
    kind: 'self_gift',
    members: [to.accountId, from.accountId],
    edges: [{ ...outline(transfer), amount }],
    // The tie counts most, then how much it is, and how much of what the recipient gets comes this way.
    score: clampScore(
      tieStrength(entity) * (600 + 300 * share) * (amount < MORE_THAN_KINDNESS ? KINDNESS : 1),
    ),
    amount,
    at: transfer.at,
    values: { sharedType: entity.type, sharedBy: entity.accounts, sharePercent: Math.round(100 * share) },
  };
}

const LEAST_CASHED_OUT = 200;

/**
 * Value that passes through: nearly all an account received came from one other that gave to hardly anybody else, and now
 * it leaves. Looked for at a withdrawal.
 */
export function findChain(account: LinkNode, transfer: Transfer): Finding | null {
  const { received } = account;
  const source = received.partners.reduce<(typeof received.partners)[number] | null>(
    (best, partner) => (best === null || partner.amount > best.amount ? partner : best),
    null,
  );
  if (!source || source.amount < LEAST_CASHED_OUT || received.amount < LEAST_CASHED_OUT) return null;
  const share = source.amount / received.amount;
  if (share < 0.7 || received.others > 5 || !source.sole) return null;
  const cashedOut = Math.min(1, account.withdrawn / received.amount);
  if (cashedOut < 0.5 || transfer.at - source.lastAt > 21 * DAY) return null;
  const linked = source.entities.length > 0;
  return {
    key: `chain:${source.accountId}>${account.accountId}`,
    kind: 'chain',
    members: [account.accountId, source.accountId],
    edges: [
      {
        from: source.accountId,
        to: account.accountId,
        kind: 'gift',
        amount: source.amount,
        at: source.lastAt,
        transferId: source.lastTransferId,
      },
      outline(transfer),
    ],
    score: clampScore(300 + 200 * share + 150 * cashedOut + (source.young ? 100 : 0) + (linked ? 100 : 0)),
    amount: transfer.amount,
    at: transfer.at,
    values: { sharePercent: Math.round(100 * share), cashedOutPercent: Math.round(100 * cashedOut) },
  };
}

const outline = ({ from, to, kind, amount, at, id }: Transfer): FindingEdge => ({
  from,
  to,
  kind,
  amount,
  at,
  transferId: id,
});
