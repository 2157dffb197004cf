/**
 * What a store is told when it asks how much of a purchase was used before it decides on a refund. Computed from the
 * purchase's lots alone, so the answer is the same whoever asks and whenever it is computed again.
 */
export interface ConsumptionFacts {
  /** Paid and bonus coins of the purchase. */
  readonly grantedCoins: bigint;
  /** What is still unspent of them. */
  readonly unspentCoins: bigint;
  /** The coins were credited and could be spent. */
  readonly delivered: boolean;
  readonly accountStatus: 'active' | 'restricted' | 'suspended' | 'closed';
}

/** What we would rather have happen, in no provider's words. */
export type RefundPreference = 'grant' | 'grant_rest' | 'decline';

export interface ConsumptionAnswer {
  /** Thousandths of a per cent, 0 … 100 000, as both stores count; rounded up, so that only nothing counts as nothing. */
  readonly consumedMilliPercent: number;
  readonly delivered: boolean;
  readonly preference: RefundPreference;
  /** The policy that chose, so that an old answer can be explained. */
  readonly policyVersion: number;
}

/** At or below `grantUpTo` a refund costs us nothing but the sale; at or above `declineFrom` the goods are gone. */
export interface PreferencePolicy {
  readonly version: number;
  readonly grantUpToMilliPercent: number;
  readonly declineFromMilliPercent: number;
}

export const DEFAULT_PREFERENCE_POLICY: PreferencePolicy = {
  version: 1,
  grantUpToMilliPercent: 0,
  declineFromMilliPercent: 90_000,
};

const WHOLE = 100_000n;

export function consumedMilliPercent({ grantedCoins, unspentCoins }: ConsumptionFacts): number {
  if (grantedCoins <= 0n) return 0;
  const kept = unspentCoins < 0n ? 0n : unspentCoins > grantedCoins ? grantedCoins : unspentCoins;
  return Number(((grantedCoins - kept) * WHOLE + grantedCoins - 1n) / grantedCoins);
}

/** In precedence order: never delivered → grant; an account under sanction → decline; then by what was consumed. */
export function answerConsumption(
  facts: ConsumptionFacts,
  policy: PreferencePolicy = DEFAULT_PREFERENCE_POLICY,
): ConsumptionAnswer {
  const consumed = facts.delivered ? consumedMilliPercent(facts) : 0;
  return {
    consumedMilliPercent: consumed,
    delivered: facts.delivered,
    preference: preferenceOf(facts, consumed, policy),
    policyVersion: policy.version,
  };
}

function preferenceOf(facts: ConsumptionFacts, consumed: number, policy: PreferencePolicy): RefundPreference {
  if (!facts.delivered) return 'grant';
  if (facts.accountStatus === 'restricted' || facts.accountStatus === 'suspended') return 'decline';
  if (consumed <= policy.grantUpToMilliPercent) return 'grant';
  return consumed >= policy.declineFromMilliPercent ? 'decline' : 'grant_rest';
}
