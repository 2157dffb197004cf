import {
  boundBehind,
  byPlace,
  mergeSources,
  PERMISSIONS,
  type Permission,
  readableKinds,
  TIMELINE_KINDS,
  TIMELINE_READ,
  type TimelinePlace,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

/** Few moments and few ids, so that equal times are the rule. */
const rows = fc.uniqueArray(
  fc.record({ at: fc.integer({ min: 0, max: 6 }), id: fc.stringMatching(/^[0-9a-f]{2}$/) }),
  {
    selector: ({ at, id }) => `${at}.${id}`,
    maxLength: 30,
  },
);
const tables = fc
  .array(rows, { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map((table, source) => table.map((row): TimelinePlace => ({ ...row, source })).sort(byPlace)),
  );

/** What a table answers behind a bound: its next `limit` rows, as an index would give them. */
function readBehind(table: readonly TimelinePlace[], before: TimelinePlace | null, limit: number) {
  const source = table[0]?.source ?? 0;
  const bound = before && boundBehind(before, source);
  const open = table.filter(
    ({ at, id }) =>
      bound === null || at < bound.at || (at === bound.at && bound.id !== null && id < bound.id),
  );
  return open.slice(0, limit);
}

describe('a timeline read page by page', () => {
  test('is what sorting everything at once would show, however the pages are cut', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (all, limits) => {
        const seen: TimelinePlace[] = [];
        let before: TimelinePlace | null = null;
        for (;;) {
          const limit = limits.next().value as number;
          const page: ReturnType<typeof mergeSources<TimelinePlace>> = mergeSources(
            all.map((table) => readBehind(table, before, limit + 1)),
            limit,
          );
          expect(page.events.length).toBeLessThanOrEqual(limit);
          seen.push(...page.events);
          if (!page.more) break;
          expect(page.events).toHaveLength(limit);
          before = page.events.at(-1)!;
        }
        expect(seen).toEqual(all.flat().sort(byPlace));
      }),
    );
  });

  test('says that there is more only when there is', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 40 }), (all, limit) => {
        const { events, more } = mergeSources(all, limit);
        expect(more).toBe(all.flat().length > limit);
        expect(events).toEqual(all.flat().sort(byPlace).slice(0, limit));
      }),
    );
  });

  test('shows of one moment what follows from something above it', () => {
    const at = (source: number, id: string): TimelinePlace => ({ at: 5, source, id });
    const { events } = mergeSources([[at(0, 'a')], [at(1, 'c'), at(1, 'b')]], 10);
    expect(events.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });
});

describe('the kinds somebody reads', () => {
  test('are those whose own pages they may read, the rest is named', () => {
    const permissions = Object.keys(PERMISSIONS) as Permission[];
    fc.assert(
      fc.property(fc.subarray(permissions), fc.subarray([...TIMELINE_KINDS]), (held, asked) => {
        const { shown, withheld } = readableKinds(asked, new Set(held));
        expect([...shown, ...withheld].sort()).toEqual([...asked].sort());
        for (const kind of shown) expect(held).toContain(TIMELINE_READ[kind]);
        for (const kind of withheld) expect(held).not.toContain(TIMELINE_READ[kind]);
      }),
    );
  });
});
