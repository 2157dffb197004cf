const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The calendar day of an instant in a zone, as `2026-03-29`. */
export const dayIn = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );

const offsetMs = (instant: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.trunc(instant / 1_000) * 1_000;
};

/** The instant at which `day` (shifted by whole days) begins in the zone, also where clocks change that day. */
export function startOfDay(day: string, timeZone: string, shiftDays = 0): number {
  const midnightUtc = Date.parse(`${day}T00:00:00Z`) + shiftDays * DAY_MS;
  const guess = midnightUtc - offsetMs(midnightUtc, timeZone);
  return midnightUtc - offsetMs(guess, timeZone);
}
