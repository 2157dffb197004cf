import { timeZone } from '@coinwarden/contracts';
import type { Instant } from '@coinwarden/domain';
import { z } from 'zod';

const PARTS = {
  yyyy: '\\d{4}',
  MM: '\\d{2}',
  dd: '\\d{2}',
  HH: '\\d{2}',
  mm: '\\d{2}',
  ss: '\\d{2}',
} as const;
type Part = keyof typeof PARTS;

/** `iso`, seconds or milliseconds since the epoch, or a pattern such as `dd/MM/yyyy HH:mm`. */
export const timeArguments = {
  format: z
    .string()
    .refine((f) => ['iso', 'unix_seconds', 'unix_milliseconds'].includes(f) || f.includes('yyyy'), {
      error: 'must be iso, unix_seconds, unix_milliseconds or a pattern of yyyy MM dd HH mm ss',
    })
    .default('iso'),
  /** Where clocks without an offset stood. */
  timeZone: timeZone.default('UTC'),
};

interface TimeArguments {
  readonly format: string;
  readonly timeZone: string;
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?( ?Z|[+-]\d{2}:\d{2})?$/;

/** Milliseconds since the epoch, or undefined when the text is no such time (a 30 February is not). */
export function parseTime(text: string, { format, timeZone: zone }: TimeArguments): Instant | undefined {
  if (format === 'unix_seconds' || format === 'unix_milliseconds') {
    if (!/^-?\d{1,14}(\.\d+)?$/.test(text)) return undefined;
    return Math.round(Number(text) * (format === 'unix_seconds' ? 1_000 : 1));
  }
  if (format !== 'iso') return byPattern(text, format, zone);
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] =
    ISO.exec(text) ?? [];
  if (year === undefined) return undefined;
  const local = wallClock([year, month, day, hour, minute, second].map(Number));
  if (local === undefined) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  if (!offset) return toUtc(local, zone) + milliseconds;
  const [sign, hours, minutes] = /[+-]/.test(offset)
    ? [offset.startsWith('-') ? -1 : 1, Number(offset.slice(1, 3)), Number(offset.slice(4))]
    : [1, 0, 0];
  return local - sign * (hours * 60 + minutes) * 60_000 + milliseconds;
}

const patterns = new Map<string, { regex: RegExp; parts: Part[] }>();

function byPattern(text: string, format: string, zone: string): Instant | undefined {
  let pattern = patterns.get(format);
  if (!pattern) {
    const parts: Part[] = [];
    const source = format.replace(/yyyy|MM|dd|HH|mm|ss|[^\w\s]/g, (found) => {
      if (!(found in PARTS)) return `\\${found}`;
      parts.push(found as Part);
      return `(${PARTS[found as Part]})`;
    });
    pattern = { regex: new RegExp(`^${source}$`), parts };
    patterns.set(format, pattern);
  }
  const match = pattern.regex.exec(text);
  if (!match) return undefined;
  const of = (part: Part, otherwise: number) => {
    const index = pattern.parts.indexOf(part);
    return index < 0 ? otherwise : Number(match[index + 1]);
  };
  const local = wallClock([
    of('yyyy', 1970),
    of('MM', 1),
    of('dd', 1),
    of('HH', 0),
    of('mm', 0),
    of('ss', 0),
  ]);
  return local === undefined ? undefined : toUtc(local, zone);
}

/** A wall clock as if it were UTC; undefined for days and hours that do not exist. */
function wallClock([year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0]: number[]):
  | number
  | undefined {
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(at);
  const same = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && back.getUTCHours() === hour;
  return same && minute < 60 && second < 60 ? at : undefined;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The instant at which clocks in the zone showed this; an hour that clocks skip or repeat takes the earlier offset. */
function toUtc(local: number, zone: string): Instant {
  if (zone === 'UTC') return local;
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone);
}

function offsetAt(at: Instant, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    clocks.set(zone, clock);
  }
  const name = clock.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name) ?? [];
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1_000;
  return sign === '-' ? -size : size;
}
