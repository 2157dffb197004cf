import type { AgeBand } from '../accounts/account.js';
import type { Instant } from '../kernel/time.js';
import type { LimitMeasure, LimitWindow, SpendingLimit } from './spending-limit.js';
import { inForce } from './standing-limits.js';

/** The layers that are set for whole groups of accounts; the others are set account by account. */
export const POLICY_LAYERS = ['regulator', 'platform'] as const;
export type PolicyLayer = (typeof POLICY_LAYERS)[number];

/** A country, or every country. */
export const ANY_COUNTRY = '*';

/**
 * One limit for every account of an age band in a country. A policy is never edited: its next version begins where it
 * ends, so that what was in force on any day can be told. All policies that fit an account apply and the lowest wins.
 */
export interface LimitPolicy {
  readonly layer: PolicyLayer;
  readonly country: string;
  readonly ageBand: AgeBand;
  readonly measure: LimitMeasure;
  readonly window: LimitWindow;
  readonly limit: bigint;
  readonly currency: string | null;
  readonly effectiveFrom: Instant;
  readonly effectiveUntil: Instant | null;
  /** The law, code or decision it rests on. */
  readonly source: string;
}

export interface PolicySubject {
  readonly country: string;
  readonly ageBand: AgeBand;
}

/** The limits policies lay on an account, past and future versions included: they carry their own dates. */
export function policyLimits(policies: readonly LimitPolicy[], subject: PolicySubject): SpendingLimit[] {
  return policies
    .filter(
      (p) => p.ageBand === subject.ageBand && (p.country === ANY_COUNTRY || p.country === subject.country),
    )
    .map(({ layer, measure, window, limit, currency, effectiveFrom, effectiveUntil }) => ({
      layer,
      measure,
      window,
      limit,
      currency,
      effectiveFrom,
      effectiveUntil,
    }));
}

/** Those in force at `at`. */
export const policiesFor = (
  policies: readonly LimitPolicy[],
  subject: PolicySubject,
  at: Instant,
): SpendingLimit[] => policyLimits(policies, subject).filter((limit) => inForce(limit, at));
