/**
 * What rules read about an account's links, packed into its row so that it comes with everything else. It follows from
 * the rings and communities alone and is written anew whenever those change.
 */
export interface LinkFacts {
  /** 0 … 1000. */
  readonly score: number;
  /** The highest of the rings it belongs to, those dismissed left out. */
  readonly ringScore: number;
  /** Whether a person confirmed one of them. */
  readonly ringConfirmed: boolean;
  readonly inCycle: boolean;
  /** Accounts tied to it, itself included. */
  readonly communitySize: number;
  /** Of these, how many others are suspended. */
  readonly linkedToSuspended: number;
}

export const NO_LINKS: LinkFacts = {
  score: 0,
  ringScore: 0,
  ringConfirmed: false,
  inCycle: false,
  communitySize: 1,
  linkedToSuspended: 0,
};

type Packed = [number, number, 0 | 1, 0 | 1, number, number];

export function encodeLinks(facts: LinkFacts): string {
  const { score, ringScore, ringConfirmed, inCycle, communitySize, linkedToSuspended } = facts;
  const packed: Packed = [
    score,
    ringScore,
    ringConfirmed ? 1 : 0,
    inCycle ? 1 : 0,
    communitySize,
    linkedToSuspended,
  ];
  const text = JSON.stringify(packed);
  return text === NOTHING ? '[]' : text;
}

const NOTHING = JSON.stringify([0, 0, 0, 0, 1, 0] satisfies Packed);

export function decodeLinks(text: string): LinkFacts {
  if (text === '[]') return NO_LINKS;
  const [score, ringScore, confirmed, inCycle, communitySize, linkedToSuspended] = JSON.parse(text) as Packed;
  return {
    score,
    ringScore,
    ringConfirmed: confirmed === 1,
    inCycle: inCycle === 1,
    communitySize,
    linkedToSuspended,
  };
}
