import type { FlowStage, ProvenanceForward } from '@coinwarden/contracts';
import { COIN_FATES, type CoinFate, DIAMOND_FATES, type DiamondFate } from '@coinwarden/domain';
import type { FlowGraph, FlowLink, FlowNode, FlowTone } from './flow-graph';
import type { FlowWords } from './use-flow-words';

const MOST_CREATORS = 6;

export const COIN_TONES: Record<CoinFate, FlowTone> = {
  unspent: 'reach',
  held: 'reach',
  gifted: 'source',
  promoted: 'used',
  unlocked: 'used',
  expired: 'used',
  voided: 'back',
  clawed: 'back',
  repaid: 'back',
};

export const DIAMOND_TONES: Record<DiamondFate, FlowTone> = {
  maturing: 'reach',
  available: 'exposed',
  withdrawn: 'left',
  converted: 'source',
  clawed: 'back',
  repaid: 'back',
};

const accountPath = (id: string) => `/accounts/${encodeURIComponent(id)}/show`;

/** What stands at the start of the picture. */
export interface FlowRoot {
  readonly label: string;
  readonly amount: string;
  readonly tone: FlowTone;
}

/** Purchase → lots → what the coins were used for → creators → what became of the diamonds. */
export function forwardGraph(
  { stage, lots, root }: { stage: FlowStage; lots: ProvenanceForward['lots']; root: FlowRoot },
  words: FlowWords,
): FlowGraph {
  const nodes: FlowNode[] = [{ id: 'root', column: 0, ...root }];
  const links: FlowLink[] = [];
  const uses = lots.length > 1 ? 2 : 1;
  if (uses === 2) addLots({ nodes, links }, lots, words);
  for (const fate of COIN_FATES) {
    const coins = stage.fates[fate];
    if (coins === 0) continue;
    const id = `coin:${fate}`;
    const tone = COIN_TONES[fate];
    nodes.push({ id, column: uses, label: words.say(`coin_fate.${fate}`), amount: words.coins(coins), tone });
    if (uses === 1) links.push({ from: 'root', to: id, value: coins, tone });
  }
  addCreators({ nodes, links }, stage, { column: uses + 1, words });
  return { nodes: inColumns(nodes), links };
}

interface Parts {
  readonly nodes: FlowNode[];
  readonly links: FlowLink[];
}

function addLots({ nodes, links }: Parts, lots: ProvenanceForward['lots'], words: FlowWords): void {
  for (const { lotId, kind, origin, granted, fates } of lots) {
    const label = origin === 'reinstatement' ? words.say('given_back') : words.translate(`lot_kind.${kind}`);
    nodes.push({ id: lotId, column: 1, label, amount: words.coins(granted), tone: 'source' });
    links.push({ from: 'root', to: lotId, value: granted, tone: 'source' });
    for (const fate of COIN_FATES) {
      if (fates[fate] === 0) continue;
      links.push({ from: lotId, to: `coin:${fate}`, value: fates[fate], tone: COIN_TONES[fate] });
    }
  }
}

function addCreators(
  { nodes, links }: Parts,
  { creators, diamonds }: FlowStage,
  { column, words }: { column: number; words: FlowWords },
): void {
  const named = creators.items.slice(0, MOST_CREATORS);
  const others = creators.items.slice(MOST_CREATORS);
  const add = (id: string, coins: number, fates: Record<DiamondFate, number>, node: Partial<FlowNode>) => {
    if (coins === 0) return;
    nodes.push({ id, column, label: id, amount: words.coins(coins), tone: 'source', ...node });
    links.push({ from: 'coin:gifted', to: id, value: coins, tone: 'source' });
    for (const fate of DIAMOND_FATES) {
      if (fates[fate] === 0) continue;
      links.push({ from: id, to: `diamond:${fate}`, value: fates[fate], tone: DIAMOND_TONES[fate] });
    }
  };
  for (const { accountId, coins, diamonds: fates } of named) {
    add(`creator:${accountId}`, coins, fates, { label: accountId, to: accountPath(accountId) });
  }
  const rest = { ...creators.rest.diamonds };
  for (const { diamonds: fates } of others) for (const fate of DIAMOND_FATES) rest[fate] += fates[fate];
  const coins = others.reduce((sum, one) => sum + one.coins, creators.rest.coins);
  add('creator:rest', coins, rest, {
    label: words.count('more_creators', others.length + creators.rest.count),
  });
  for (const fate of DIAMOND_FATES) {
    if (diamonds[fate] === 0) continue;
    const label = words.say(`diamond_fate.${fate}`);
    const amount = words.diamonds(diamonds[fate]);
    nodes.push({ id: `diamond:${fate}`, column: column + 1, label, amount, tone: DIAMOND_TONES[fate] });
  }
}

const inColumns = (nodes: readonly FlowNode[]): FlowNode[] => [...nodes].sort((a, b) => a.column - b.column);
