import {
  DAY,
  decodeNode,
  emptyNode,
  emptyProfile,
  encodeNode,
  type Finding,
  foldTransfer,
  HOUR,
  type LinkNode,
} from '@coinwarden/domain';

const START = Date.UTC(2026, 0, 1);

interface Giver {
  readonly name: string;
  readonly coins: number;
  readonly free: number;
  readonly ageDays?: number;
}

/** Folds one gift of each giver to one creator, and answers what it shows of laundering. */
function launderingOf(givers: readonly Giver[], nodes = new Map<string, LinkNode>()): Finding | undefined {
  const profile = emptyProfile();
  const node = (id: string) => {
    const known = nodes.get(id) ?? emptyNode(id);
    nodes.set(id, known);
    return known;
  };
  let found: Finding | undefined;
  for (const [i, { name, coins, free, ageDays = 1 }] of givers.entries()) {
    const at = START + i * HOUR;
    const transfer = {
      id: String(i),
      kind: 'gift',
      from: name,
      to: 'creator',
      amount: coins,
      free,
      at,
    } as const;
    const findings = foldTransfer({ node, profile }, { ...transfer, fromCreatedAt: at - ageDays * DAY });
    found = findings.find(({ kind }) => kind === 'laundering') ?? found;
  }
  return found;
}

const mules = (n: number, changes: Partial<Giver> = {}) =>
  Array.from({ length: n }, (_, i) => ({ name: `mule-${i}`, coins: 50, free: 50, ...changes }));

describe('laundering of free coins', () => {
  it('shows when several give one account nothing they paid for, and is alarming when they are new', () => {
    const found = launderingOf(mules(5))!;
    expect(found.members).toEqual(['creator', ...mules(5).map(({ name }) => name)]);
    expect(found.amount).toBe(250);
    expect(found.score).toBeGreaterThanOrEqual(600);
    expect(launderingOf(mules(5, { ageDays: 100 }))!.score).toBeLessThan(found.score);
  });

  it.each([
    ['too few of them', mules(3)],
    ['coins that were paid for', mules(6, { free: 20 })],
    ['sums not worth it', mules(5, { coins: 10, free: 10 })],
    ['a creator who lives from fans who pay', [...mules(5), { name: 'fan', coins: 5_000, free: 0 }]],
  ])('is not seen in %s', (_, givers) => {
    expect(launderingOf([...givers].reverse())).toBeUndefined();
  });

  it('is remembered over a restart, and rows of before count as paid for', () => {
    const nodes = new Map<string, LinkNode>();
    launderingOf(mules(4), nodes);
    const text = encodeNode(nodes.get('creator')!);
    expect(decodeNode('creator', text)).toEqual(nodes.get('creator'));
    const before = JSON.parse(text) as [unknown, [number, number, number, unknown[][]], unknown];
    for (const partner of before[1][3]) partner.pop();
    const old = decodeNode('creator', JSON.stringify(before));
    expect(old.received.partners.map(({ free }) => free)).toEqual([0, 0, 0, 0]);
  });
});
