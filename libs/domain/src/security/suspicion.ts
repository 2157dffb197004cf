/**
 * What the service tells people when an account's security looks wrong: one suspicion is named so that the same one, found
 * again by the next event or purchase, is the same alert.
 */
import type { Reason } from '../decisions/transaction.js';
import { DAY, type Instant } from '../kernel/time.js';
import type { TakeoverScore } from './takeover-score.js';

export interface Suspicion {
  readonly key: string;
  readonly at: Instant;
  readonly score: number;
  readonly reason: Reason;
  readonly transactionId?: string;
}

const WEEK = 7 * DAY;

/** One for a device within a week, however much it does. */
export function suspectedTakeover(
  { score, parts }: Pick<TakeoverScore, 'score' | 'parts'>,
  { device, at, transactionId }: { device: number; at: Instant; transactionId?: string },
): Suspicion {
  const gravest = [...parts].sort((a, b) => b.weight - a.weight);
  return {
    key: `takeover:${device.toString(36)}:${Math.floor(at / WEEK)}`,
    at,
    score,
    reason: {
      code: 'security.takeover_suspected',
      message: 'It looks as if somebody else had taken the account.',
      values: { takeoverScore: score, signs: gravest.map(({ sign }) => sign) },
    },
    ...(transactionId !== undefined && { transactionId }),
  };
}

/** One for an account and day. */
export function suspectedCardTesting(
  score: number,
  { at, transactionId }: { at: Instant; transactionId: string },
): Suspicion {
  return {
    key: `card_testing:${Math.floor(at / DAY)}`,
    at,
    score,
    reason: {
      code: 'security.card_testing',
      message: 'Card numbers are being tried out on this account, its device or its address.',
      values: { cardTestingScore: score },
    },
    transactionId,
  };
}

/** A rule has restricted the account: a person should look soon. */
export function restrictedByRule(
  why: string,
  { score, at, transactionId }: { score: number; at: Instant; transactionId: string },
): Suspicion {
  return {
    key: `restricted:${transactionId}`,
    at,
    score,
    reason: {
      code: 'security.restricted',
      message: 'A rule has restricted the account until a person has looked at it.',
      values: { why, takeoverScore: score },
    },
    transactionId,
  };
}
