import { type LimitFlaw, limitFlaw, type RequestedLimit } from '@coinwarden/domain';
import { ProblemError } from '../../platform/http/problem-error.js';

/** Why a limit cannot be set, in words. */
export const LIMIT_PROBLEMS: Readonly<Record<LimitFlaw['problem'] | 'repeated', string>> = {
  repeated: 'A measure and window can be limited only once.',
  out_of_range: 'A limit is a whole number from 0 to 2^53−1.',
  coins_have_no_currency: 'A limit on coins has no currency.',
  currency_missing: 'A limit on money needs a currency.',
  currency_not_comparable: 'There is no reference rate for this currency; set the limit in another one.',
};

/** Throws ProblemError `limit.invalid` where no limit can be made of it. */
export function refuseFlawed(limit: Omit<RequestedLimit, 'window'>): void {
  const flaw = limitFlaw(limit);
  if (flaw !== null) throw invalidLimit(flaw.field, LIMIT_PROBLEMS[flaw.problem]);
}

export const invalidLimit = (field: string, detail: string): ProblemError =>
  new ProblemError('limit.invalid', detail, [{ pointer: `/${field}`, detail }]);
