import {
  DAY,
  decodeNode,
  emptyNode,
  emptyProfile,
  encodeNode,
  type Finding,
  foldTransfer,
  HOUR,
  joinCommunities,
  LINK_BOUNDS,
  type LinkNode,
  markMember,
  RingBook,
  ringScore,
  scoreAccount,
  type Tie,
  type Transfer,
} from '@coinwarden/domain';
import fc from 'fast-check';

const START = Date.UTC(2026, 0, 1);

class Memory {
  readonly nodes = new Map<string, LinkNode>();
  profile = emptyProfile();
  readonly findings: Finding[] = [];

  readonly node = (id: string): LinkNode => {
    const node = this.nodes.get(id) ?? emptyNode(id);
    this.nodes.set(id, node);
    return node;
  };

  fold(transfers: readonly Transfer[]): this {
    for (const transfer of transfers) {
      const found = foldTransfer(this, transfer);
      for (const finding of found) for (const id of finding.members) markMember(this.node(id), finding);
      this.findings.push(...found);
    }
    return this;
  }

  /** As if the process had ended here: all that is left is what was written. */
  restart(): this {
    for (const [id, node] of this.nodes) this.nodes.set(id, decodeNode(id, encodeNode(node)));
    return this;
  }

  text(): string {
    return JSON.stringify([...this.nodes.values()].map(encodeNode).sort());
  }
}

const gift = (
  from: string,
  to: string,
  amount: number,
  hours: number,
  more: Partial<Transfer> = {},
): Transfer => ({
  id: `${from}-${to}-${hours}`,
  kind: 'gift',
  from,
  to,
  amount,
  at: START + hours * HOUR,
  ...more,
});

const people = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
/** Gifts among few people, in the order of time, so that every pattern comes up. */
const traffic = fc
  .array(
    fc.record({
      from: people,
      to: people,
      amount: fc.integer({ min: 1, max: 2_000 }),
      gap: fc.integer({ min: 0, max: 48 }),
    }),
    { maxLength: 80 },
  )
  .map((steps) =>
    steps
      .map((step, i) => ({ ...step, hours: steps.slice(0, i).reduce((sum, { gap }) => sum + gap, 0) }))
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, amount, hours }, i) => ({ ...gift(from, to, amount, hours), id: String(i) })),
  );

const cyclesIn = (findings: readonly Finding[]) => findings.filter((finding) => finding.kind === 'cycle');

describe('cycles', () => {
  it('are never found where there is none: real transfers, in order of time, from hand to hand and back', () => {
    fc.assert(
      fc.property(traffic, (transfers) => {
        const real = new Map(transfers.map((transfer) => [transfer.id, transfer]));
        for (const { edges, members } of cyclesIn(new Memory().fold(transfers).findings)) {
          expect(new Set(members).size).toBe(members.length);
          for (const [i, edge] of edges.entries()) {
            const next = edges[(i + 1) % edges.length]!;
            expect(real.get(edge.transferId)).toMatchObject({
              from: edge.from,
              to: edge.to,
              amount: edge.amount,
            });
            expect(edge.to).toBe(next.from);
            if (i + 1 < edges.length) expect(next.at).toBeGreaterThanOrEqual(edge.at);
          }
          expect(edges.at(-1)!.at - edges[0]!.at).toBeLessThanOrEqual(LINK_BOUNDS.window);
        }
      }),
    );
  });

  it('are found when they are planted, whatever else goes on', () => {
    fc.assert(
      fc.property(
        traffic,
        fc.integer({ min: 3, max: 6 }),
        fc.integer({ min: 500, max: 5_000 }),
        (noise, size, amount) => {
          const ring = Array.from({ length: size }, (_, i) => `ring-${i}`);
          const planted = ring.map((id, i) =>
            gift(id, ring[(i + 1) % size]!, Math.round(amount * 0.9 ** i), 3 * i),
          );
          const all = [...noise, ...planted].sort((a, b) => a.at - b.at);
          const found = cyclesIn(new Memory().fold(all).findings).filter(({ members }) =>
            members.includes('ring-0'),
          );
          expect(found.map(({ members }) => [...members].sort())).toEqual([ring]);
          expect(found[0]!.score).toBeGreaterThanOrEqual(400);
        },
      ),
    );
  });

  it('are none when the transfers come in another order, too late, or with what cannot be the same value', () => {
    const none = (transfers: Transfer[]) =>
      expect(cyclesIn(new Memory().fold(transfers).findings)).toEqual([]);
    none([gift('c', 'a', 500, 0), gift('b', 'c', 500, 1), gift('a', 'b', 500, 2)]);
    none([gift('a', 'b', 500, 0), gift('b', 'c', 500, 1), gift('c', 'a', 500, 31 * 24)]);
    none([gift('a', 'b', 500, 0), gift('b', 'c', 50, 1), gift('c', 'a', 50, 2)]);
    none([gift('a', 'b', 500, 0), gift('b', 'c', 5_000, 1), gift('c', 'a', 5_000, 2)]);
  });
});

describe('the memory of links', () => {
  it('is the same however the transfers are cut into runs, and after any restart', () => {
    fc.assert(
      fc.property(traffic, fc.array(fc.nat(80), { maxLength: 5 }), (transfers, cuts) => {
        const whole = new Memory().fold(transfers);
        const inRuns = new Memory();
        const at = [0, ...[...cuts].sort((a, b) => a - b), transfers.length];
        for (let i = 1; i < at.length; i++) inRuns.fold(transfers.slice(at[i - 1], at[i])).restart();
        expect(inRuns.text()).toBe(whole.text());
        expect(inRuns.findings).toEqual(whole.findings);
      }),
    );
  });

  it('stays within its bounds for a creator with thousands of givers, and makes no ring of them', () => {
    const memory = new Memory();
    const fans = Array.from({ length: 5_000 }, (_, i) => gift(`fan-${i}`, 'star', 10 + (i % 90), i / 10));
    memory.fold(fans);
    const star = memory.node('star');
    expect(star.received.others).toBe(5_000);
    expect(star.received.partners.length).toBeLessThanOrEqual(LINK_BOUNDS.partners);
    expect(star.trails.length).toBeLessThanOrEqual(LINK_BOUNDS.trails);
    expect(encodeNode(star).length).toBeLessThan(40_000);
    expect(memory.findings.filter(({ score }) => score >= 400)).toEqual([]);
    expect(scoreAccount(star, fans.at(-1)!.at, () => 0).score).toBeLessThan(200);
  });
});

describe('funnels, fan-outs, chains and self-gifts', () => {
  const device = (accounts: number) => [{ type: 'device' as const, value: 'phone', accounts }];

  it('come of accounts on one device that give to one', () => {
    const bots = Array.from({ length: 4 }, (_, i) =>
      gift(`bot-${i}`, 'owner', 300, i, { fromEntities: device(4) }),
    );
    const [last] = new Memory().fold(bots).findings.slice(-1);
    expect(last).toMatchObject({ kind: 'funnel', values: { sign: 'shared', accounts: 4 } });
    expect(last!.score).toBeGreaterThanOrEqual(600);
  });

  it('do not come of a device that a whole school uses', () => {
    const pupils = Array.from({ length: 40 }, (_, i) =>
      gift(`pupil-${i}`, 'star', 30, i, { fromEntities: device(400) }),
    );
    expect(new Memory().fold(pupils).findings).toEqual([]);
  });

  it('tie a giver to a recipient who shares a card, the less the more share it', () => {
    const shared = (accounts: number) => {
      const entities = [{ type: 'instrument' as const, value: 'card', accounts }];
      const transfer = gift('a', 'b', 500, 0, { fromEntities: entities, toEntities: entities });
      return new Memory().fold([transfer]).findings[0];
    };
    expect(shared(2)).toMatchObject({ kind: 'self_gift', members: ['b', 'a'] });
    expect(shared(2)!.score).toBeGreaterThan(shared(12)!.score);
    expect(shared(31)).toBeUndefined();
  });

  it('follow one account’s coins through another to its withdrawal', () => {
    const out: Transfer = {
      id: 'w',
      kind: 'withdrawal',
      from: 'mule',
      to: null,
      amount: 900,
      at: START + 9 * DAY,
    };
    const { findings } = new Memory().fold([gift('source', 'mule', 1_000, 0), out]);
    expect(findings).toEqual([expect.objectContaining({ kind: 'chain', members: ['mule', 'source'] })]);
    const popular = [1, 2, 3, 4, 5, 6].map((i) => gift(`fan-${i}`, 'mule', 400, i));
    expect(new Memory().fold([gift('source', 'mule', 1_000, 0), ...popular, out]).findings).toEqual([]);
  });
});

describe('scores', () => {
  it('are 0 … 1000, and company adds but never takes away', () => {
    fc.assert(
      fc.property(traffic, fc.integer({ min: 0, max: 1_000 }), (transfers, company) => {
        const memory = new Memory().fold(transfers);
        for (const node of memory.nodes.values()) {
          const alone = scoreAccount(node, START + 100 * DAY, () => 0).score;
          const among = scoreAccount(node, START + 100 * DAY, () => company).score;
          expect(alone).toBeGreaterThanOrEqual(0);
          expect(among).toBeLessThanOrEqual(1_000);
          expect(among).toBeGreaterThanOrEqual(alone);
        }
      }),
    );
  });
});

describe('rings', () => {
  const book = (hubs: readonly string[] = []) => {
    let made = 0;
    return new RingBook({ isHub: (id) => hubs.includes(id), newRingId: () => String(++made) });
  };
  const finding = (members: string[], score = 700): Finding => ({
    key: `cycle:${members.join('>')}`,
    kind: 'cycle',
    members,
    edges: [],
    score,
    amount: 100,
    at: START,
    values: {},
  });

  it('that turn out to share an account become one, unless it is one everybody deals with', () => {
    const plain = book();
    for (const members of [
      ['a', 'b'],
      ['c', 'd'],
      ['b', 'c'],
    ])
      plain.add(finding(members));
    expect(plain.rings().map((ring) => [...ring.accounts].sort())).toEqual([['a', 'b', 'c', 'd']]);
    expect([...plain.absorbed()]).toEqual([['2', '1']]);
    const guarded = book(['star']);
    for (const members of [
      ['a', 'star'],
      ['b', 'star'],
    ])
      guarded.add(finding(members));
    expect(guarded.rings()).toHaveLength(2);
  });

  it('never grow beyond their bound and never lose a member', () => {
    const member = fc.integer({ min: 0, max: 600 }).map((n) => `m${n}`);
    const findings = fc.array(fc.uniqueArray(member, { minLength: 2, maxLength: 60 }), { maxLength: 40 });
    fc.assert(
      fc.property(findings, (groups) => {
        const rings = book();
        for (const members of groups) rings.add(finding(members));
        const all = rings.rings();
        for (const ring of all) expect(ring.members).toBeLessThanOrEqual(LINK_BOUNDS.members + 60);
        const inRings = new Set(all.flatMap((ring) => [...ring.accounts]));
        for (const id of groups.flat()) expect(inRings).toContain(id);
      }),
    );
  });

  it('score at least their strongest finding, and the same again adds nothing', () => {
    expect(ringScore([{ kind: 'cycle', score: 700 }])).toBe(700);
    expect(
      ringScore([
        { kind: 'cycle', score: 700 },
        { kind: 'cycle', score: 650 },
      ]),
    ).toBe(700);
    expect(
      ringScore([
        { kind: 'cycle', score: 700 },
        { kind: 'funnel', score: 600 },
      ]),
    ).toBe(790);
  });
});

describe('communities', () => {
  it('are what hangs together, however the ties come, and never too large', () => {
    const account = fc.integer({ min: 0, max: 60 }).map((n) => `m${n}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(account, account), { maxLength: 120 }), (ties: Tie[]) => {
        const accounts = [...new Set(ties.flat())];
        const changes = joinCommunities(
          { of: new Map(accounts.map((id) => [id, id])), sizes: new Map(accounts.map((id) => [id, 1])) },
          ties,
        );
        const label = (id: string) => changes.get(id) ?? id;
        for (const [a, b] of ties) expect(label(a)).toBe(label(b));
        for (const [a, b] of pairsApart(accounts, ties)) expect(label(a)).not.toBe(label(b));
      }),
    );
    const crowd = Array.from({ length: 900 }, (_, i): Tie => ['m0', `m${i + 1}`]);
    const changes = joinCommunities({ of: new Map(), sizes: new Map() }, crowd);
    expect(changes.size).toBeLessThan(LINK_BOUNDS.members);
  });
});

/** Accounts that no chain of ties joins, by looking from each. */
function pairsApart(accounts: readonly string[], ties: readonly Tie[]): [string, string][] {
  const reach = (from: string) => {
    const seen = new Set([from]);
    for (let before = 0; before < seen.size; ) {
      before = seen.size;
      for (const [a, b] of ties) if (seen.has(a) || seen.has(b)) seen.add(a).add(b);
    }
    return seen;
  };
  const first = accounts[0];
  if (first === undefined) return [];
  const near = reach(first);
  return accounts.filter((id) => !near.has(id)).map((id) => [first, id]);
}
