import { type ClawbackPolicy, DEFAULT_CLAWBACK_POLICY } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface LivePolicy {
  readonly version: number;
  readonly policy: ClawbackPolicy;
}

/** The waterfall in force. */
export async function livePolicy(_db: Queryable): Promise<LivePolicy> {
  return { version: 1, policy: DEFAULT_CLAWBACK_POLICY };
}
