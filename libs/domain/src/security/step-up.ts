/**
 * A step-up: whoever acts proves once more that the account is theirs. It proves nothing if the proof rests on what was
 * changed a moment ago, because whoever takes an account over changes that first; so what was changed lately is not
 * accepted. A proof counts for the device it was given on, and for a while.
 */
import { DAY, HOUR, type Instant } from '../kernel/time.js';
import type { Credential } from './security-event.js';
import type { SecurityProfile } from './security-profile.js';

export const STEP_UP_METHODS = ['second_factor', 'email', 'phone', 'payment', 'identity'] as const;
/** `payment`: the card’s issuer asked (3-D Secure); `identity`: a document or a face. */
export type StepUpMethod = (typeof STEP_UP_METHODS)[number];

/** How long a passed step-up satisfies the rules that ask for one. */
export const STEP_UP_HOLDS = 12 * HOUR;
/** How long a credential proves nothing after it was changed. */
export const CREDENTIAL_SETTLES = 7 * DAY;

/** What the change of a credential takes away. A change that does not say of what may have been of any. */
const SPOILS: Readonly<Record<Credential, readonly StepUpMethod[]>> = {
  password: [],
  email: ['email'],
  phone: ['phone'],
  second_factor: ['second_factor'],
  other: ['second_factor', 'email', 'phone'],
};

/** What a step-up may be proved with at a moment. */
export function acceptedMethods(profile: SecurityProfile, now: Instant): readonly StepUpMethod[] {
  const spoilt = new Set(
    profile.credentialChanges
      .filter(({ at }) => at <= now && at > now - CREDENTIAL_SETTLES && at > (profile.clearedAt ?? 0))
      .flatMap(({ credential }) => SPOILS[credential]),
  );
  return STEP_UP_METHODS.filter((method) => !spoilt.has(method));
}

/** When the owner last proved themselves on the device, by something that was accepted then; null when they did not. */
export function lastProof(
  profile: SecurityProfile,
  { device, now }: { device: number; now: Instant },
): Instant | null {
  const proofs = profile.stepUps.filter(
    (proof) =>
      proof.passed &&
      proof.device === device &&
      proof.at <= now &&
      acceptedMethods(profile, proof.at).includes(proof.method),
  );
  return proofs.length === 0 ? null : Math.max(...proofs.map(({ at }) => at));
}

/** Whether a rule that asks for a step-up is satisfied. */
export function isProven(profile: SecurityProfile, where: { device: number; now: Instant }): boolean {
  const at = lastProof(profile, where);
  return at !== null && at > where.now - STEP_UP_HOLDS;
}
