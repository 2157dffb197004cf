import { invalid } from '../stripe-problem.js';

const DEFAULT = 10;
const MOST = 100;

/** https://docs.stripe.com/api/pagination */
export function pageOf(query: URLSearchParams): { limit: number; startingAfter: string | null } {
  const limit = Number(query.get('limit') ?? DEFAULT);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw invalid('limit', `This value must be from 1 to ${MOST}.`);
  return { limit, startingAfter: query.get('starting_after') };
}
