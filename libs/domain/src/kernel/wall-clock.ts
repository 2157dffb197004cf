/**
 * What clocks show in a time zone, and the instant at which they show it, also on the days when they are put forward or
 * back. Nothing here asks what time it is.
 */
import { DAY } from './time.js';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clock shows, as if it hung at UTC. */
function wallAt(instant: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

const offsetMs = (instant: number, timeZone: string): number =>
  wallAt(instant, timeZone) - Math.trunc(instant / 1_000) * 1_000;

/**
 * The instant at which the clock shows `wall`: the first one where it does so twice, and where it jumps over it the one as
 * far after the jump.
 */
export function instantOfWall(wall: number, timeZone: string): number {
  const before = wall - offsetMs(wall - DAY, timeZone);
  const after = wall - offsetMs(wall + DAY, timeZone);
  const shows = (instant: number) => wallAt(instant, timeZone) === wall;
  return !shows(before) && shows(after) ? after : before;
}

/** As a date-and-time input holds it: `2026-03-29T09:30`. */
export const inputTime = (instant: number, timeZone: string): string =>
  new Date(wallAt(instant, timeZone)).toISOString().slice(0, 16);

/** The inverse of `inputTime`. */
export const instantOfInput = (text: string, timeZone: string): number =>
  instantOfWall(Date.parse(`${text}Z`), timeZone);

/** The calendar day of an instant in a zone, as `2026-03-29`. */
export const dayIn = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );

/** The instant at which `day` (shifted by whole days) begins in the zone, also where clocks change that day. */
export function startOfDay(day: string, timeZone: string, shiftDays = 0): number {
  return instantOfWall(Date.parse(`${day}T00:00:00Z`) + shiftDays * DAY, timeZone);
}
