/**
 * Windows on a calendar: the days of a week or month in a zone, of which one may last 23 or 25 hours, how much of them a
 * window covers, and the lane it lies in. No two windows of one week share a place in one lane, and a window covers of
 * every day exactly the part of it that it lasts.
 */
import { DAY, type Instant } from '../kernel/time.js';
import { startOfDay } from '../kernel/wall-clock.js';

export const CALENDAR_VIEWS = ['month', 'week'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

export interface CalendarDay {
  /** Such as `2026-12-24`. */
  readonly day: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const WEEK_DAYS = 7;
const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The day so many days later, or earlier. */
export const dayAfter = (day: string, days: number): string =>
  new Date(midnight(day) + days * DAY).toISOString().slice(0, 10);

/** The Monday of its week, as ISO 8601 has it. */
const mondayOf = (day: string): string =>
  dayAfter(day, -((new Date(midnight(day)).getUTCDay() + WEEK_DAYS - 1) % WEEK_DAYS));

const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`;

/** The first of the month so many months later, or earlier. */
export function monthAfter(day: string, months: number): string {
  const at = new Date(midnight(firstOfMonth(day)));
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

/** The weeks that show a day: its own, or all that its month touches. */
export function calendarWeeks(view: CalendarView, day: string, timeZone: string): CalendarDay[][] {
  const first = mondayOf(view === 'week' ? day : firstOfMonth(day));
  const end = view === 'week' ? dayAfter(first, WEEK_DAYS) : monthAfter(day, 1);
  const weeks: CalendarDay[][] = [];
  for (let monday = first; monday < end; monday = dayAfter(monday, WEEK_DAYS))
    weeks.push(Array.from({ length: WEEK_DAYS }, (_, i) => calendarDay(dayAfter(monday, i), timeZone)));
  return weeks;
}

const calendarDay = (day: string, timeZone: string): CalendarDay => ({
  day,
  startsAt: startOfDay(day, timeZone),
  endsAt: startOfDay(day, timeZone, 1),
});

/** Where an instant lies in a row of days, in days from its left edge; before and after it, at its edges. */
export function placeIn(days: readonly CalendarDay[], at: Instant): number {
  const index = days.findIndex(({ endsAt }) => at < endsAt);
  if (index < 0) return days.length;
  const { startsAt, endsAt } = days[index]!;
  return index + Math.max(0, at - startsAt) / (endsAt - startsAt);
}

export interface Span {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** A window as a bar in a row of days. */
export interface CalendarBar<Item> {
  readonly item: Item;
  /** In days from the left edge. */
  readonly from: number;
  readonly to: number;
  /** From the top. */
  readonly lane: number;
  /** Whether its beginning and its end lie in this row. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** The bars of a row; none is drawn shorter than `leastDays`, so that a window of an hour is seen too. */
export function calendarBars<Item>(
  items: readonly Item[],
  days: readonly CalendarDay[],
  { spanOf, leastDays }: { readonly spanOf: (item: Item) => Span; readonly leastDays: number },
): CalendarBar<Item>[] {
  const [start, end] = [days[0]!.startsAt, days.at(-1)!.endsAt];
  const spans = items.map((item) => ({ item, ...spanOf(item) }));
  const inside = spans.filter(({ startsAt, endsAt }) => startsAt < end && endsAt > start);
  inside.sort((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt);
  const filledTo: number[] = [];
  return inside.map(({ item, startsAt, endsAt }) => {
    const from = Math.min(placeIn(days, startsAt), days.length - leastDays);
    const to = Math.max(placeIn(days, endsAt), from + leastDays);
    const free = filledTo.findIndex((filled) => filled <= from);
    const lane = free < 0 ? filledTo.length : free;
    filledTo[lane] = to;
    return { item, from, to, lane, begins: startsAt >= start, ends: endsAt <= end };
  });
}
