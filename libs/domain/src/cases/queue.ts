import { HOUR, type Instant, MINUTE } from '../kernel/time.js';
import type { AlertKind, NewAlert } from './alert.js';

/**
 * Queues are data: what they take, who may work them, how fast. An alert goes to the first queue, in the order of
 * `position`, whose conditions it meets; the last one takes everything, so no alert is ever without a queue.
 */
export interface CaseQueue {
  readonly queueId: string;
  readonly name: string;
  readonly position: number;
  /** Takes no new alerts; what is in it is worked as before. */
  readonly paused: boolean;
  /** Takes nothing and holds nothing any more: what waited in it went to this queue. Null: it is worked. */
  readonly retiredInto: string | null;
  /** What a person must be able to do to be handed its cases; null: anybody who works cases. */
  readonly skill: string | null;
  /** What it takes. Empty lists and zeros let everything through. */
  readonly kinds: readonly AlertKind[];
  readonly languages: readonly string[];
  readonly minScore: number;
  readonly minValueUsdMinor: bigint;
  /** From opening a case to deciding it. */
  readonly slaMinutes: number;
  readonly leaseSeconds: number;
  /** Of a thousand decided cases, how many are shown to another person again. */
  readonly samplePermille: number;
  /** From this value on a decision that moves money needs a second person; null: never. */
  readonly secondLookUsdMinor: bigint | null;
}

export const isRetired = ({ retiredInto }: Pick<CaseQueue, 'retiredInto'>): boolean => retiredInto !== null;

/** What routing looks at. */
export type RoutedAlert = Pick<NewAlert, 'kind' | 'score' | 'valueAtRiskUsdMinor' | 'language'>;

export function takes(queue: CaseQueue, alert: RoutedAlert): boolean {
  const { kinds, languages } = queue;
  return (
    !queue.paused &&
    !isRetired(queue) &&
    (kinds.length === 0 || kinds.includes(alert.kind)) &&
    (languages.length === 0 || (alert.language !== undefined && languages.includes(alert.language))) &&
    alert.score >= queue.minScore &&
    alert.valueAtRiskUsdMinor >= queue.minValueUsdMinor
  );
}

/** The queue an alert belongs to. `queues` in their order; the last takes what no other wants, also while it is paused. */
export function routeAlert(queues: readonly CaseQueue[], alert: RoutedAlert): CaseQueue {
  const chosen = queues.find((queue) => takes(queue, alert)) ?? queues.findLast((queue) => !isRetired(queue));
  if (!chosen) throw new Error('there is no queue to route an alert to');
  return chosen;
}

export const slaMs = (queue: Pick<CaseQueue, 'slaMinutes'>): number => queue.slaMinutes * MINUTE;

/** What somebody can be handed. */
export interface ReviewerSkills {
  readonly skills: readonly string[];
  readonly languages: readonly string[];
}

/** Nobody has said what this person cannot do. */
export const ANY_SKILL: ReviewerSkills | null = null;

export const mayWorkQueue = (queue: Pick<CaseQueue, 'skill'>, reviewer: ReviewerSkills | null): boolean =>
  queue.skill === null || reviewer === null || reviewer.skills.includes(queue.skill);

/** A case about text in a language is for those who read it; a reviewer without listed languages reads all. */
export const readsLanguage = (language: string | null, reviewer: ReviewerSkills | null): boolean =>
  language === null ||
  reviewer === null ||
  reviewer.languages.length === 0 ||
  reviewer.languages.includes(language);

const base = {
  paused: false,
  retiredInto: null,
  skill: null,
  kinds: [],
  languages: [],
  minScore: 0,
  minValueUsdMinor: 0n,
  leaseSeconds: 300,
};

/** What a new installation starts with. */
export const DEFAULT_QUEUES: readonly CaseQueue[] = [
  {
    ...base,
    queueId: 'high-value',
    name: 'High value',
    position: 10,
    kinds: ['transaction', 'free_coins', 'ring'],
    minValueUsdMinor: 50_000n,
    slaMinutes: (4 * HOUR) / MINUTE,
    samplePermille: 200,
    secondLookUsdMinor: 100_000n,
  },
  {
    ...base,
    queueId: 'transactions',
    name: 'Held transactions',
    position: 20,
    kinds: ['transaction'],
    slaMinutes: (24 * HOUR) / MINUTE,
    samplePermille: 50,
    secondLookUsdMinor: 50_000n,
  },
  {
    ...base,
    queueId: 'account-security',
    name: 'Account security',
    position: 30,
    kinds: ['security'],
    slaMinutes: (8 * HOUR) / MINUTE,
    samplePermille: 50,
    secondLookUsdMinor: 50_000n,
  },
  {
    ...base,
    queueId: 'coin-fraud',
    name: 'Rings and free coins',
    position: 40,
    kinds: ['ring', 'free_coins'],
    slaMinutes: (24 * HOUR) / MINUTE,
    samplePermille: 100,
    secondLookUsdMinor: 50_000n,
  },
  {
    ...base,
    queueId: 'content',
    name: 'Scams in content',
    position: 50,
    kinds: ['content'],
    slaMinutes: (12 * HOUR) / MINUTE,
    samplePermille: 100,
    secondLookUsdMinor: null,
  },
  {
    ...base,
    queueId: 'general',
    name: 'User reports and the rest',
    position: 1_000,
    slaMinutes: (48 * HOUR) / MINUTE,
    samplePermille: 50,
    secondLookUsdMinor: 50_000n,
  },
];

/** What is due first of several moments, any of which may be absent. */
export const earliest = (...moments: readonly (Instant | null | undefined)[]): Instant =>
  Math.min(...moments.map((at) => at ?? Number.POSITIVE_INFINITY));
