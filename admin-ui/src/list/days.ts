import { instantOfWall } from '../i18n/wall-clock.js';

const DAY_MS = 86_400_000;

/** The calendar day of an instant in a zone, as `2026-03-29`. */
export const dayIn = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );

/** The instant at which `day` (shifted by whole days) begins in the zone, also where clocks change that day. */
export function startOfDay(day: string, timeZone: string, shiftDays = 0): number {
  return instantOfWall(Date.parse(`${day}T00:00:00Z`) + shiftDays * DAY_MS, timeZone);
}
