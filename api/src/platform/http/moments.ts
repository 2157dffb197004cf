import type { Instant } from '@coinwarden/domain';
import { ProblemError } from './problem-error.js';

/** When a change takes hold: now, or a moment still to come. What was in force in the past stays what it was. */
export function fromNowOn(moment: string | undefined, now: Instant, pointer: string): Date {
  const at = moment === undefined ? now : Date.parse(moment);
  if (at < now) throw wrong(pointer, 'must not be in the past');
  return new Date(at);
}

/** When it ends, after it has begun; null is never. */
export function endAfter(from: Date, end: string | null | undefined, pointer: string): Date | null {
  if (end === null || end === undefined) return null;
  const until = new Date(end);
  if (until <= from) throw wrong(pointer, 'must be after the beginning');
  return until;
}

export const wrong = (pointer: string, detail: string) =>
  new ProblemError('request.invalid', undefined, [{ pointer, detail }]);
