import { dayIn, inputTime, instantOfInput, startOfDay } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const MINUTE_MS = 60_000;
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
);
const minutes = fc
  .integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) })
  .map((instant) => Math.floor(instant / MINUTE_MS) * MINUTE_MS);

describe('a time on the clock of a zone', () => {
  it('is the instant it was read from, or the first of two that look alike', () => {
    fc.assert(
      fc.property(minutes, zones, (instant, zone) => {
        const read = instantOfInput(inputTime(instant, zone), zone);
        expect(read).toBeLessThanOrEqual(instant);
        expect(inputTime(read, zone)).toBe(inputTime(instant, zone));
      }),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z'],
  ])('that %s jumps over is as far after the jump', (zone, text, instant) => {
    expect(new Date(instantOfInput(text, zone)).toISOString()).toBe(instant);
  });

  it('begins a day where the day before ends, also where midnight is jumped over', () => {
    fc.assert(
      fc.property(minutes, zones, (instant, zone) => {
        const day = dayIn(instant, zone);
        const start = startOfDay(day, zone);
        expect(start).toBeLessThanOrEqual(instant);
        expect(dayIn(start, zone)).toBe(day);
        expect(dayIn(start - 1, zone)).not.toBe(day);
      }),
    );
  });
});
