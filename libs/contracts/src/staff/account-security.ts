import { CREDENTIALS, SECURITY_EVENT_TYPES, STEP_UP_METHODS, TAKEOVER_SIGNS } from '@coinwarden/domain';
import { z } from 'zod';
import { instant } from '../primitives.js';

export const takeoverPlace = z.object({
  country: z.string(),
  region: z.string().nullable(),
  city: z.string().nullable(),
});

export const takeoverPart = z
  .object({
    sign: z.enum(TAKEOVER_SIGNS),
    /** 0 … 1,000; parts add up like independent doubts. */
    weight: z.int(),
    at: instant.nullable(),
  })
  .meta({ id: 'TakeoverPart' });

/** A device the account has signed in on; `id` is masked for those who may not see it, null when no longer known. */
export const knownDevice = z
  .object({
    id: z.string().nullable(),
    /** An event it was seen in, by which its id is revealed; null when that is no longer known. */
    eventId: z.string().nullable(),
    userAgent: z.string().nullable(),
    firstSeen: instant,
    lastSeen: instant,
    places: z.int(),
    score: z.int(),
    /** Until when a step-up passed on it holds. */
    provenUntil: instant.nullable(),
  })
  .meta({ id: 'KnownDevice' });
export type KnownDevice = z.infer<typeof knownDevice>;

export const knownPlace = takeoverPlace
  .extend({ firstSeen: instant, lastSeen: instant, devices: z.int() })
  .meta({ id: 'KnownPlace' });
export type KnownPlace = z.infer<typeof knownPlace>;

export const securityEventView = z
  .object({
    eventId: z.string(),
    type: z.enum(SECURITY_EVENT_TYPES),
    occurredAt: instant,
    deviceId: z.string().nullable(),
    ip: z.string().nullable(),
    place: takeoverPlace.nullable(),
    credential: z.enum(CREDENTIALS).nullable(),
    /** Of a step-up. */
    method: z.enum(STEP_UP_METHODS).nullable(),
    outcome: z.enum(['passed', 'failed']).nullable(),
    /** What was unusual about it, given what was known before. */
    unusual: z.array(takeoverPart),
    /** The journey nobody could have made, and from or to where. */
    travel: z.object({ km: z.int(), kmh: z.int(), between: z.array(takeoverPlace) }).nullable(),
  })
  .meta({ id: 'SecurityEventView' });
export type SecurityEventView = z.infer<typeof securityEventView>;

/** `masked` hides devices and addresses from everybody; they are then revealed one by one. */
export const accountSecurityQuery = z
  .strictObject({ masked: z.stringbool().default(false) })
  .meta({ id: 'AccountSecurityQuery' });
export type AccountSecurityQuery = z.infer<typeof accountSecurityQuery>;

/**
 * `GET /staff/accounts/{id}/security`: who signs in on what from where. The score is that of the device that looks worst now,
 * without what a transaction itself would add.
 */
export const accountSecurity = z
  .object({
    score: z.int(),
    parts: z.array(takeoverPart),
    devices: z.array(knownDevice),
    places: z.array(knownPlace),
    /** What a step-up may be proved with now. */
    acceptedMethods: z.array(z.enum(STEP_UP_METHODS)),
    /** When a person last let the account go on. */
    clearedAt: instant.nullable(),
    /** The latest 50, the newest first. */
    events: z.array(securityEventView),
  })
  .meta({ id: 'AccountSecurity' });
export type AccountSecurityView = z.infer<typeof accountSecurity>;
