import { HOUR, type Instant } from '@coinwarden/domain';

/** How awake an audience is at each local hour, 1 at its busiest. */
const BY_HOUR = [
  0.45, 0.25, 0.13, 0.08, 0.06, 0.08, 0.16, 0.3, 0.36, 0.36, 0.38, 0.44, 0.54, 0.5, 0.46, 0.5, 0.58, 0.66,
  0.76, 0.88, 0.98, 1, 0.9, 0.68,
];
/** Sunday to Saturday. */
const BY_DAY = [1, 0.78, 0.76, 0.78, 0.82, 0.94, 1];

/** The mean of the intensity over a week: what share of uniformly drawn moments are kept. */
export const MEAN_INTENSITY =
  (BY_HOUR.reduce((sum, x) => sum + x, 0) / 24) * (BY_DAY.reduce((sum, x) => sum + x, 0) / 7);

/** How likely someone in `timeZone` is about at `at`, 0 … 1. */
export function intensity(at: Instant, timeZone: string): number {
  const local = at + offsetMs(at, timeZone);
  const hour = Math.floor(local / HOUR);
  return (BY_HOUR[mod(hour, 24)] as number) * (BY_DAY[mod(Math.floor(hour / 24) + 4, 7)] as number);
}

export function localHour(at: Instant, timeZone: string): number {
  return mod(Math.floor((at + offsetMs(at, timeZone)) / HOUR), 24);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Offset from UTC; asked of Intl once an hour and zone, because asking is slow and clocks change on the hour. */
function offsetMs(at: Instant, timeZone: string): number {
  const hour = Math.floor(at / HOUR);
  const key = `${timeZone}/${hour}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    let formatter = formatters.get(timeZone);
    if (!formatter) {
      formatter = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      });
      formatters.set(timeZone, formatter);
    }
    const parts = Object.fromEntries(
      formatter.formatToParts(hour * HOUR).map(({ type, value }) => [type, Number(value)]),
    );
    const local = Date.UTC(
      parts['year'] as number,
      (parts['month'] as number) - 1,
      parts['day'] as number,
      parts['hour'] as number,
      parts['minute'] as number,
    );
    offset = local - hour * HOUR;
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

const mod = (value: number, by: number) => ((value % by) + by) % by;
