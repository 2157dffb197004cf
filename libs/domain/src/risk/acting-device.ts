import { DAY, type Instant } from '../kernel/time.js';
import type { ActingDevice } from '../security/takeover-score.js';
import type { VelocityReading } from './velocity-reading.js';

/** Whoever has just signed up sets their account up. */
const AGED = 7 * DAY;

/**
 * A device by its hash, with what velocity knows of it: one that the account has bought or given on for a while is no new
 * one, though nobody ever signed in on it.
 */
export const actingOn = (
  device: number,
  of: { readonly velocity: VelocityReading; readonly createdAt: Instant; readonly at: Instant },
): ActingDevice => ({
  device,
  isUsed: of.velocity.isUsedToHash('devices', device),
  hasOthers: of.velocity.established('devices') > 0,
  isAged: of.at - of.createdAt >= AGED,
});
