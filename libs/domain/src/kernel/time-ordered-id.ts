import type { Instant } from './time.js';

/**
 * The time inside a UUIDv7 (RFC 9562: its first 48 bits are milliseconds since the epoch), so that a range of time is a
 * range of ids and one index serves both.
 */

/** The smallest id made at or after `at`: `id >= idFloor(from) && id < idFloor(to)` is the half-open range of time. */
export function idFloor(at: Instant): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}

/** When a UUIDv7 was made. */
export const idTime = (id: string): Instant => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
