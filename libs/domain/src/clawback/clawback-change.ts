import type { ClawbackLine, Holdings } from './holdings.js';
import { lineKey, type PlanInput, planClawback } from './plan-clawback.js';

/** What a settlement moves: positive coins are taken, negative ones given back. */
export interface ClawbackChange {
  readonly lines: readonly ClawbackLine[];
  /** What will have been taken in all when it is booked. */
  readonly planned: readonly ClawbackLine[];
}

export interface ChangeInput extends PlanInput {
  /** Look afresh though the claims ask for nothing new: coins were freed or voided. */
  readonly again: boolean;
}

/**
 * The difference between what the claims ask for and what was taken. Where they ask for nothing new nothing moves, however
 * the world has moved meanwhile.
 */
export function clawbackChange(input: ChangeInput): ClawbackChange {
  const { due, taken } = input;
  const again = input.again || (input.takenUnder !== null && input.takenUnder !== due.cause);
  let before = 0n;
  let waived = 0n;
  for (const { step, coins } of taken) {
    if (step === 'waived') waived += coins;
    else before += coins;
  }
  if (!again && before === due.taken && waived === due.waived) return { lines: [], planned: taken };
  const planned = planClawback(input);
  const changes = new Map<string, ClawbackLine>();
  for (const line of planned) changes.set(lineKey(line), line);
  for (const line of taken) {
    const target = changes.get(lineKey(line));
    changes.set(lineKey(line), { ...line, coins: (target?.coins ?? 0n) - line.coins });
  }
  return { lines: [...changes.values()].filter((line) => line.coins !== 0n), planned };
}

/** Accounts whose wallets the change touches, the buyer always among them. */
export function holdersOf(holdings: Holdings, lines: readonly ClawbackLine[]): string[] {
  return [...new Set([holdings.accountId, ...lines.map((line) => line.holderId)])].sort();
}
