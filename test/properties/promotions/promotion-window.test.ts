import { HOUR, localTimeOf, moveWindow, readWindow } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const read = (startsLocal: string, endsLocal: string, timeZone: string) => {
  const window = readWindow({ startsLocal, endsLocal, timeZone });
  return {
    ...window,
    startsAt: new Date(window.startsAt).toISOString(),
    endsAt: new Date(window.endsAt).toISOString(),
  };
};

describe('a window by the clock on the wall', () => {
  test('is the same hours of the day in every zone', () => {
    expect(read('2026-12-24T18:00', '2026-12-26T23:59', 'Europe/Berlin')).toMatchObject({
      startsAt: '2026-12-24T17:00:00.000Z',
      endsAt: '2026-12-26T22:59:00.000Z',
      startsRead: 'once',
      endsRead: 'once',
    });
    expect(read('2026-12-24T18:00', '2026-12-25T00:00', 'Asia/Kolkata').startsAt).toBe(
      '2026-12-24T12:30:00.000Z',
    );
  });

  test('that begins at a time the clocks skip begins when they jump', () => {
    const { startsAt, startsRead } = read('2026-03-29T02:30', '2026-03-30T00:00', 'Europe/Berlin');
    expect({ startsAt, startsRead }).toEqual({ startsAt: '2026-03-29T01:00:00.000Z', startsRead: 'skipped' });
  });

  test('that begins at a time that comes twice begins the first time, and ends the second', () => {
    expect(read('2026-10-25T02:30', '2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      startsAt: '2026-10-25T00:30:00.000Z',
      endsAt: '2026-10-25T01:30:00.000Z',
      startsRead: 'repeated',
      endsRead: 'repeated',
    });
  });

  test('over a change of the clocks is an hour shorter or longer', () => {
    const hours = (day: string, next: string) => {
      const { startsAt, endsAt } = readWindow({
        startsLocal: `${day}T00:00`,
        endsLocal: `${next}T00:00`,
        timeZone: 'America/New_York',
      });
      return (endsAt - startsAt) / HOUR;
    };
    expect(hours('2026-03-08', '2026-03-09')).toBe(23);
    expect(hours('2026-11-01', '2026-11-02')).toBe(25);
    expect(hours('2026-12-01', '2026-12-02')).toBe(24);
  });

  test('moves by days and keeps its times of day, over changes of the clocks too', () => {
    const window = {
      startsLocal: '2026-03-27T18:00',
      endsLocal: '2026-03-28T06:00',
      timeZone: 'Europe/Berlin',
    };
    const moved = moveWindow(window, 2);
    expect(moved).toMatchObject({ startsLocal: '2026-03-29T18:00', endsLocal: '2026-03-30T06:00' });
    expect(readWindow(moved).startsAt - readWindow(window).startsAt).toBe(47 * HOUR);
    expect(moveWindow(moved, -2)).toEqual(window);
  });

  test('what clocks show is read back as the same instant, but where they show it twice', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
    const minute = fc.integer({ min: 27_000_000, max: 31_000_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (minutes, timeZone) => {
        const at = minutes * 60_000;
        const local = localTimeOf(at, timeZone);
        const { startsAt, endsAt, startsRead } = readWindow({
          startsLocal: local,
          endsLocal: local,
          timeZone,
        });
        expect(startsRead).not.toBe('skipped');
        expect(startsRead === 'once' ? [startsAt] : [startsAt, endsAt]).toContain(at);
      }),
    );
  });
});
