import {
  DAY,
  decodeVelocity,
  emptyVelocity,
  encodeVelocity,
  HOUR,
  MAX_SIGHTINGS,
  MINUTE,
  readVelocity,
  recordVelocity,
  VELOCITY_SERIES,
  VELOCITY_WINDOWS,
  type VelocityEvent,
  type VelocityState,
  WINDOW_NAMES,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const START = Date.UTC(2026, 2, 28, 22, 13);
/** How far each window may reach back beyond its name: the width of the buckets at its edge. */
const RESOLUTION = { h1: 5 * MINUTE, h24: HOUR, d7: 6 * HOUR, d30: DAY };
const SIGHTING_RESOLUTION = 5 * MINUTE;

interface Past {
  readonly event: VelocityEvent;
  readonly at: number;
}

/** Events over up to 45 days, in any order, dense and sparse. */
const past = (ids: number, maxLength = 120): fc.Arbitrary<Past[]> =>
  fc.array(
    fc
      .record({
        minutes: fc.oneof(fc.nat(90), fc.nat(3 * 24 * 60), fc.nat(45 * 24 * 60)),
        ms: fc.nat(59_999),
        series: fc.constantFrom(...VELOCITY_SERIES.slice(0, 4)),
        amount: fc.nat(5_000),
        id: fc.nat(ids - 1),
      })
      .map(({ minutes, ms, series, amount, id }) => ({
        at: START + minutes * MINUTE + ms,
        event: { series, amount, seen: [{ kind: 'senders' as const, id: `account-${id}` }] },
      })),
    { minLength: 1, maxLength },
  );

function recorded(events: readonly Past[]): VelocityState {
  const state = emptyVelocity();
  for (const { event, at } of events) recordVelocity(state, event, at);
  return state;
}

const latest = (events: readonly Past[]) => Math.max(...events.map(({ at }) => at));

const old = (seen: ReadonlyMap<string, readonly number[]>, before: number) =>
  [...seen.values()].filter((times) => Math.max(...times) <= before).length;

describe('velocity', () => {
  it('counts and sums what a window holds, and at most one bucket before it', () => {
    fc.assert(
      fc.property(past(30), fc.nat(36 * 60), (events, laterMinutes) => {
        const at = latest(events) + laterMinutes * MINUTE;
        const reading = readVelocity(recorded(events), at);
        for (const window of WINDOW_NAMES) {
          for (const series of VELOCITY_SERIES) {
            const since = (from: number) =>
              events.filter((past) => past.event.series === series && past.at > from);
            const within = since(at - VELOCITY_WINDOWS[window]);
            const around = since(at - VELOCITY_WINDOWS[window] - RESOLUTION[window]);
            const sum = (some: readonly Past[]) => some.reduce((total, { event }) => total + event.amount, 0);
            expect(reading.count(window, series)).toBeGreaterThanOrEqual(within.length);
            expect(reading.count(window, series)).toBeLessThanOrEqual(around.length);
            expect(reading.sum(window, series)).toBeGreaterThanOrEqual(sum(within));
            expect(reading.sum(window, series)).toBeLessThanOrEqual(sum(around));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts distinct others exactly up to its limit, and keeps the most recent beyond', () => {
    fc.assert(
      fc.property(past(150, 400), (events) => {
        const at = latest(events);
        const reading = readVelocity(recorded(events), at);
        const lastSeen = new Map<string, number>();
        for (const past of events) {
          const id = past.event.seen![0]!.id;
          lastSeen.set(id, Math.max(lastSeen.get(id) ?? 0, past.at));
        }
        for (const window of WINDOW_NAMES) {
          const since = (from: number) => [...lastSeen.values()].filter((seen) => seen > from).length;
          const within = since(at - VELOCITY_WINDOWS[window]);
          const around = since(at - VELOCITY_WINDOWS[window] - SIGHTING_RESOLUTION);
          expect(reading.distinct(window, 'senders')).toBeGreaterThanOrEqual(Math.min(within, MAX_SIGHTINGS));
          expect(reading.distinct(window, 'senders')).toBeLessThanOrEqual(Math.min(around, MAX_SIGHTINGS));
        }
        const newestFirst = [...lastSeen].sort((a, b) => b[1] - a[1]);
        // Sightings of one slot tie, so the last place may go to any of them; those clearly newer are all known.
        const boundary = newestFirst[MAX_SIGHTINGS]?.[1] ?? Number.NEGATIVE_INFINITY;
        for (const [id, seen] of newestFirst) {
          if (seen <= Math.max(boundary + SIGHTING_RESOLUTION, at - 30 * DAY)) continue;
          expect(reading.knows('senders', id)).toBe(true);
        }
        expect(reading.knows('senders', 'account-never')).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('knows since when others have been seen', () => {
    fc.assert(
      fc.property(past(40), (events) => {
        const at = latest(events);
        const reading = readVelocity(recorded(events), at);
        const seen = new Map<string, number[]>();
        for (const past of events) {
          const id = past.event.seen![0]!.id;
          seen.set(id, [...(seen.get(id) ?? []), past.at]);
        }
        let surely = 0;
        let perhaps = 0;
        for (const [id, times] of seen) {
          // What lies further back than is remembered may or may not have left a trace.
          if (Math.max(...times) <= at - 29 * DAY) continue;
          const lately = times.filter((time) => time > at - 28 * DAY);
          const first = Math.min(...times);
          if (lately.length > 0 && Math.min(...lately) <= at - DAY - SIGHTING_RESOLUTION) {
            surely++;
            expect(reading.isUsedTo('senders', id)).toBe(true);
          }
          if (first > at - DAY) expect(reading.isUsedTo('senders', id)).toBe(false);
          else perhaps++;
        }
        expect(reading.established('senders')).toBeGreaterThanOrEqual(surely);
        expect(reading.established('senders')).toBeLessThanOrEqual(perhaps + old(seen, at - 29 * DAY));
      }),
      { numRuns: 200 },
    );
  });

  it('reads the same in whichever order events arrive', () => {
    fc.assert(
      fc.property(
        past(20, 60).chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          const at = latest(events);
          const one = readVelocity(recorded(events), at);
          const other = readVelocity(recorded(shuffled), at);
          for (const window of WINDOW_NAMES) {
            expect(other.distinct(window, 'senders')).toBe(one.distinct(window, 'senders'));
            for (const series of VELOCITY_SERIES) {
              expect(other.count(window, series)).toBe(one.count(window, series));
              expect(other.sum(window, series)).toBe(one.sum(window, series));
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes on from its stored text as if it had never been stored', () => {
    fc.assert(
      fc.property(past(80), (events) => {
        let stored = '[]';
        for (const { event, at } of events) {
          const state = decodeVelocity(stored);
          recordVelocity(state, event, at);
          stored = encodeVelocity(state);
          expect(stored).not.toMatch(/["\\]/);
        }
        expect(decodeVelocity(stored)).toEqual(recorded(events));
      }),
    );
  });

  it('stays a few kilobytes for a creator who receives gifts without a pause for two months', () => {
    const state = emptyVelocity();
    let longest = 0;
    for (let i = 0; i < 60 * 24 * 12; i++) {
      const seen = [{ kind: 'senders' as const, id: `fan-${(i * 7_919) % 9_000}` }];
      recordVelocity(
        state,
        { series: 'giftsReceived', amount: 1 + (i % 35_000), seen },
        START + i * 5 * MINUTE,
      );
      if (i % 97 === 0) longest = Math.max(longest, encodeVelocity(state).length);
    }
    expect(state.buckets.length).toBeLessThanOrEqual(115);
    expect(longest).toBeLessThanOrEqual(4_096);
  });

  it('forgets all of it after a month of silence', () => {
    const state = recorded([
      { at: START, event: { series: 'purchases', amount: 1, seen: [{ kind: 'devices', id: 'd' }] } },
    ]);
    recordVelocity(state, { series: 'unlocks', amount: 2 }, START + 75 * DAY);
    const reading = readVelocity(state, START + 75 * DAY);
    expect(reading.count('d30', 'purchases')).toBe(0);
    expect(reading.knows('devices', 'd')).toBe(false);
    expect(state.buckets).toHaveLength(1);
    expect(state.seen).toHaveLength(0);
  });

  it('never passes what JSON carries exactly, however much is added', () => {
    const state = emptyVelocity();
    for (let i = 0; i < 5; i++)
      recordVelocity(state, { series: 'giftsSent', amount: Number.MAX_SAFE_INTEGER }, START);
    expect(readVelocity(decodeVelocity(encodeVelocity(state)), START).sum('h1', 'giftsSent')).toBe(
      Number.MAX_SAFE_INTEGER,
    );
  });
});
