/**
 * Free coins that become money: several accounts hand mostly bonus and reward coins to one account and to nobody else,
 * and that is most of what it gets. They need nothing in common, so neither devices nor addresses are asked for. Fans of a
 * creator pay for some of what they give, and one who pays for nothing is one among many.
 */
import { clampScore, type Finding } from './finding.js';
import { type LinkNode, type Partner, totalPartners } from './link-node.js';
import { LINK_BOUNDS, type Transfer } from './transfer.js';

/** Whoever launders a welcome bonus had to buy something for it. */
const MOSTLY_FREE = 0.6;
const LEAST_GIVERS = 4;
const LEAST_COINS = 100;
const LEAST_SHARE = 0.6;

/** Looked for at the recipient when something comes in, and again when it goes out. */
export function findLaundering(to: LinkNode, transfer: Transfer): Finding | null {
  const givers = to.received.partners.filter(
    (partner) => isFree(partner) && transfer.at - partner.lastAt <= LINK_BOUNDS.window,
  );
  const coins = givers.reduce((sum, { amount }) => sum + amount, 0);
  const share = to.received.amount === 0 ? 0 : coins / to.received.amount;
  if (givers.length < LEAST_GIVERS || coins < LEAST_COINS || share < LEAST_SHARE) return null;
  const young = givers.filter((giver) => giver.young).length / givers.length;
  const withdrawn = to.withdrawn > 0;
  const score = 500 + 30 * Math.min(6, givers.length - LEAST_GIVERS) + 120 * young + 80 * share;
  return {
    key: `laundering:${to.accountId}`,
    kind: 'laundering',
    members: [to.accountId, ...givers.map((giver) => giver.accountId)],
    edges: givers.slice(0, 32).map((giver) => ({
      from: giver.accountId,
      to: to.accountId,
      kind: 'gift',
      amount: giver.amount,
      at: giver.lastAt,
      transferId: giver.lastTransferId,
    })),
    score: clampScore((score + (withdrawn ? 100 : 0)) / (1 + totalPartners(to) / LINK_BOUNDS.hubPartners)),
    amount: coins,
    at: transfer.at,
    values: { accounts: givers.length, sharePercent: Math.round(100 * share), withdrawn },
  };
}

const isFree = ({ free, amount, sole }: Partner): boolean => sole && free >= MOSTLY_FREE * amount;
