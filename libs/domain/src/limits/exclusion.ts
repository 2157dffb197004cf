import { fail, ok, type Result } from '../kernel/failure.js';
import type { Instant } from '../kernel/time.js';

/**
 * A self-exclusion shuts an account out of buying and spending until a moment its owner chose. It can be made longer and
 * never shorter, by anybody. Refusals in order: a moment before the present end, a moment that is not to come.
 */
export function planExclusion(input: {
  readonly current: Instant | null;
  readonly until: Instant;
  readonly now: Instant;
}): Result<{ until: Instant; changed: boolean }, 'exclusion.shortened' | 'limit.invalid'> {
  const { current, until, now } = input;
  if (current !== null && current > now && until < current)
    return fail('exclusion.shortened', { current, until });
  if (until <= now) return fail('limit.invalid', { field: 'until', problem: 'not_to_come', until });
  return ok({ until, changed: until !== current });
}
