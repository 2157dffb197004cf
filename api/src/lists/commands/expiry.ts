import { ProblemError } from '../../platform/http/problem-error.js';

/** When an entry shall expire; a moment that has passed is a slip. */
export function futureExpiry(expiresAt: string | null | undefined, now: number): Date | null {
  if (!expiresAt) return null;
  const moment = new Date(expiresAt);
  if (moment.getTime() > now) return moment;
  throw new ProblemError('request.invalid', undefined, [
    { pointer: '/expiresAt', detail: 'must be in the future' },
  ]);
}
