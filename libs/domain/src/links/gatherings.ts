/**
 * Funnels and fan-outs: many accounts that deal with one account and with nobody else. Creators are loved by people who
 * love nobody else, so that alone is no sign; what is one is that they share a device, an instrument or an address, were
 * all made just before, or move amounts that hardly anybody moves.
 */
import type { Instant } from '../kernel/time.js';
import { clampScore, type Finding, type FindingEdge } from './finding.js';
import { type LinkNode, type Partner, totalPartners } from './link-node.js';
import { LINK_BOUNDS, type Transfer } from './transfer.js';

const MAX_EDGES = 32;

interface Sign {
  readonly sign: 'shared' | 'young' | 'odd';
  readonly partners: readonly Partner[];
  readonly entity: string;
  readonly score: number;
}

/** Looked for at the recipient each time something comes in. */
export function findFunnel(to: LinkNode, transfer: Transfer): Finding | null {
  const found = gathering(to.received.partners, transfer.at, {
    share: (partners) => shareOf(partners, to.received.amount),
    crowd: to.received.others,
  });
  if (!found) return null;
  const withdrawn = to.withdrawn > 0;
  return {
    ...about('funnel', to.accountId, found),
    score: clampScore((found.score + (withdrawn ? 100 : 0)) * damping(to)),
    edges: found.partners.slice(0, MAX_EDGES).map((p) => edge(p, p.accountId, to.accountId)),
    at: transfer.at,
    values: { ...valuesOf(found), withdrawn },
  };
}

/** Looked for at the giver. Giving to creators is what an economy is for, so only others count. */
export function findFanOut(from: LinkNode, transfer: Transfer): Finding | null {
  const others = from.sent.partners.filter((partner) => !partner.creator);
  const found = gathering(others, transfer.at, {
    share: (partners) => shareOf(partners, from.sent.amount),
    crowd: from.sent.others,
  });
  if (!found) return null;
  return {
    ...about('fan_out', from.accountId, found),
    score: clampScore(found.score * damping(from)),
    edges: found.partners.slice(0, MAX_EDGES).map((p) => edge(p, from.accountId, p.accountId)),
    at: transfer.at,
    values: valuesOf(found),
  };
}

function gathering(
  all: readonly Partner[],
  now: Instant,
  { share, crowd }: { share: (partners: readonly Partner[]) => number; crowd: number },
): Sign | null {
  const recent = all.filter((partner) => now - partner.lastAt <= LINK_BOUNDS.window);
  if (recent.length < 3) return null;
  const signs = [sharing(recent), young(recent, share, crowd), odd(recent)].filter((sign) => sign !== null);
  return signs.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** Three or more of them are linked by one device, instrument, payout destination or address. */
function sharing(recent: readonly Partner[]): Sign | null {
  const groups = new Map<string, Partner[]>();
  for (const partner of recent) {
    for (const entity of partner.entities) groups.set(entity, [...(groups.get(entity) ?? []), partner]);
  }
  const largest = [...groups].sort(([, a], [, b]) => b.length - a.length)[0];
  if (!largest || largest[1].length < 3) return null;
  const [entity, partners] = largest;
  const weak = entity.startsWith('ip:') ? 100 : 0;
  return { sign: 'shared', entity, partners, score: 600 + 60 * Math.min(5, partners.length - 3) - weak };
}

/** Five or more made just before, who deal with nobody else and make up most of what moves. */
function young(
  recent: readonly Partner[],
  share: (partners: readonly Partner[]) => number,
  crowd: number,
): Sign | null {
  const partners = recent.filter((partner) => partner.young && partner.sole);
  if (partners.length < 5 || share(partners) < 0.5 || partners.length < crowd * 0.5) return null;
  return { sign: 'young', partners, entity: '', score: 500 + 40 * Math.min(5, partners.length - 5) };
}

/** Three or more move amounts of one size that is unusual here. */
function odd(recent: readonly Partner[]): Sign | null {
  const partners = recent.filter((partner) => partner.odd);
  if (partners.length < 3) return null;
  const amounts = partners.map((partner) => partner.lastAmount);
  const alike = Math.min(...amounts) / Math.max(...amounts);
  if (alike < 0.5) return null;
  return {
    sign: 'odd',
    partners,
    entity: '',
    score: 350 + 250 * alike + 20 * Math.min(5, partners.length - 3),
  };
}

const shareOf = (partners: readonly Partner[], whole: number): number =>
  whole === 0 ? 0 : sum(partners) / whole;

const sum = (partners: readonly Partner[]): number => partners.reduce((all, { amount }) => all + amount, 0);

/** Whoever deals with thousands meets every kind of people: what they see says less of them. */
const damping = (node: LinkNode): number => 1 / (1 + totalPartners(node) / LINK_BOUNDS.hubPartners);

const about = (kind: 'funnel' | 'fan_out', accountId: string, { partners }: Sign) => ({
  key: `${kind}:${accountId}`,
  kind,
  members: [accountId, ...partners.map((partner) => partner.accountId)],
  amount: sum(partners),
});

const valuesOf = ({ sign, partners, entity }: Sign) => ({
  sign,
  accounts: partners.length,
  ...(entity !== '' && { sharedType: entity.slice(0, entity.indexOf(':')) }),
});

const edge = (partner: Partner, from: string, to: string): FindingEdge => ({
  from,
  to,
  kind: 'gift',
  amount: partner.amount,
  at: partner.lastAt,
  transferId: partner.lastTransferId,
});
