import { ALERT_SCORE, RING_SCORE, type Ring } from '@coinwarden/domain';
import { type Label, type Pattern, simulate } from '@coinwarden/simulator';
import { SIMULATED_SHOP } from '../simulated-shop.js';
import { SimulatedLinks } from './simulated-rings.js';

/** What one simulated economy showed. */
export interface RingsResult {
  readonly seed: number;
  readonly transfers: number;
  /** Rings from each score on, and how many of them are real: at least half of their members carry a label. */
  readonly precision: readonly {
    readonly fromScore: number;
    readonly rings: number;
    readonly real: number;
  }[];
  /** Of the accounts of each pattern, how many are in a ring. */
  readonly recall: readonly {
    readonly pattern: Pattern;
    readonly accounts: number;
    readonly found: number;
  }[];
}

/** Patterns in which accounts pass value on to each other. */
const RING_PATTERNS = [
  'gift_ring',
  'promotion_farm',
  'reward_farming',
  'coin_seller',
  'bonus_laundering',
  'self_gifting',
] as const;

const START = Date.UTC(2026, 0, 5);

/** Plays an economy through the links as it happens; labels are taken only when all is done. */
export function evaluateRings(seed: number, transactions: number): RingsResult {
  const links = new SimulatedLinks((id) => Number(id.slice(1)));
  const simulation = simulate({
    seed,
    catalogue: SIMULATED_SHOP,
    startAt: START,
    days: 45,
    accounts: Math.ceil(transactions / 10),
    transactions,
    fraudShare: 0.05,
  });
  for (const item of simulation.items) links.take(item);
  const patternOf = patternsOf(simulation.takeLabels());
  const rings = links.book.rings();
  return {
    seed,
    transfers: links.transfers,
    precision: [RING_SCORE, ALERT_SCORE, 800].map((fromScore) => {
      const counted = rings.filter(({ score }) => score >= fromScore);
      return { fromScore, rings: counted.length, real: counted.filter((r) => isReal(r, patternOf)).length };
    }),
    recall: RING_PATTERNS.map((pattern) => recallOf(pattern, rings, patternOf)),
  };
}

function patternsOf(labels: readonly Label[]): ReadonlyMap<string, Pattern> {
  const accounts = labels.filter((label) => label.subject === 'account');
  return new Map(accounts.map(({ accountId, pattern }) => [accountId, pattern]));
}

const isReal = ({ accounts }: Ring, patternOf: ReadonlyMap<string, Pattern>): boolean =>
  [...accounts].filter((id) => patternOf.has(id)).length * 2 >= accounts.size;

function recallOf(pattern: Pattern, rings: readonly Ring[], patternOf: ReadonlyMap<string, Pattern>) {
  const inRings = new Set(rings.flatMap(({ accounts }) => [...accounts]));
  const accounts = [...patternOf].filter(([, own]) => own === pattern).map(([id]) => id);
  return { pattern, accounts: accounts.length, found: accounts.filter((id) => inRings.has(id)).length };
}
