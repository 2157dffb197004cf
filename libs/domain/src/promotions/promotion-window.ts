/**
 * The window of a promotion as people set it: by the clock on the wall of a named time zone. Clocks jump: a time that a
 * zone skips means the moment its clocks arrive at, and one that comes twice means the first of them for a beginning and
 * the second for an end, so that a window never loses an hour that was promised.
 */
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/time.js';

/** Times as `2026-12-24T18:00`, without an offset. */
export interface LocalWindow {
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly timeZone: string;
}

/** Whether the clocks of the zone show a time once, never or twice. */
export type ClockReading = 'once' | 'skipped' | 'repeated';

export interface ReadWindow {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly startsRead: ClockReading;
  readonly endsRead: ClockReading;
}

/** The instants of a window; `endsAt` may lie before `startsAt`, as it was written. */
export function readWindow({ startsLocal, endsLocal, timeZone }: LocalWindow): ReadWindow {
  const starts = read(startsLocal, timeZone);
  const ends = read(endsLocal, timeZone);
  return {
    startsAt: starts.first,
    endsAt: ends.last,
    startsRead: starts.reading,
    endsRead: ends.reading,
  };
}

interface Read {
  readonly first: Instant;
  readonly last: Instant;
  readonly reading: ClockReading;
}

function read(local: string, timeZone: string): Read {
  const written = Temporal.PlainDateTime.from(local);
  const at = (disambiguation: 'earlier' | 'later') => written.toZonedDateTime(timeZone, { disambiguation });
  const earlier = at('earlier');
  const later = at('later');
  if (earlier.epochMilliseconds === later.epochMilliseconds) return once(later.epochMilliseconds);
  if (later.toPlainDateTime().equals(written)) {
    return { first: earlier.epochMilliseconds, last: later.epochMilliseconds, reading: 'repeated' };
  }
  // Nobody's clock shows it: what counts is the moment at which the clocks jump over it.
  const jump = earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? later.epochMilliseconds;
  return { first: jump, last: jump, reading: 'skipped' };
}

const once = (at: Instant): Read => ({ first: at, last: at, reading: 'once' });

/** What the clocks of the zone show at an instant, to the minute. */
export const localTimeOf = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** The window as many days later (or earlier) by the calendar of its zone, at the same times of day. */
export function moveWindow(window: LocalWindow, days: number): LocalWindow {
  const move = (local: string) =>
    Temporal.PlainDateTime.from(local).add({ days }).toString({ smallestUnit: 'minute' });
  return { ...window, startsLocal: move(window.startsLocal), endsLocal: move(window.endsLocal) };
}
