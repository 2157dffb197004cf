/**
 * What happens to an account's security, as the platform tells it: who came in from where, who failed to, what was changed,
 * who proved again that they are the owner. Events may come late, twice and in any order.
 */
import type { Instant } from '../kernel/time.js';
import { hashId } from '../risk/velocity-sightings.js';
import type { Place } from './place.js';
import type { StepUpMethod } from './step-up.js';

export const SECURITY_EVENT_TYPES = [
  'sign_in',
  'sign_in_failed',
  'credential_change',
  'recovery',
  'step_up',
] as const;
export type SecurityEventType = (typeof SECURITY_EVENT_TYPES)[number];

/** `other` also stands for a change that does not say of what. */
export const CREDENTIALS = ['password', 'email', 'phone', 'second_factor', 'other'] as const;
export type Credential = (typeof CREDENTIALS)[number];

interface Common {
  readonly at: Instant;
  /** `hashId` of the device; `NO_DEVICE` when the platform did not say. */
  readonly device: number;
}

export type SecurityEvent = Common &
  (
    | { readonly type: 'sign_in'; readonly place: Place | null }
    | { readonly type: 'sign_in_failed' }
    | { readonly type: 'credential_change'; readonly credential: Credential }
    /** Access regained without the credential: a reset by mail, by phone, by support. */
    | { readonly type: 'recovery' }
    | { readonly type: 'step_up'; readonly method: StepUpMethod; readonly passed: boolean }
  );

export const NO_DEVICE = 0;

/** An event as it is told and kept: one shape, with what only some types have. */
export interface ToldSecurityEvent {
  readonly type: SecurityEventType;
  readonly at: Instant;
  readonly deviceId: string | null | undefined;
  readonly place?: Place | undefined;
  readonly credential?: Credential | undefined;
  /** Of a step-up one of its methods; of others whatever the platform calls it. */
  readonly method?: string | undefined;
  readonly outcome?: 'passed' | 'failed' | undefined;
}

/** What the account's profile remembers of it. */
export function securityEventOf(told: ToldSecurityEvent): SecurityEvent {
  const { type, at, deviceId } = told;
  const common = { at, device: deviceId == null ? NO_DEVICE : hashId(deviceId) };
  switch (type) {
    case 'sign_in':
      return { ...common, type, place: told.place ?? null };
    case 'credential_change':
      return { ...common, type, credential: told.credential ?? 'other' };
    case 'step_up':
      return { ...common, type, method: told.method as StepUpMethod, passed: told.outcome === 'passed' };
    default:
      return { ...common, type };
  }
}
