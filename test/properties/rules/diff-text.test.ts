import { diffText, type TextPart } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const WORDS = [
  'tx.coins',
  '>=',
  '500',
  '&&',
  'account',
  'age_days',
  '<',
  '7',
  ' ',
  '\n',
  '(',
  ')',
  'ä',
  '🙂',
  '"a b"',
];
const condition = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' '));
const text = fc.oneof(condition, fc.string({ unit: 'binary', maxLength: 80 }));

const without = (kind: TextPart['kind'], parts: readonly TextPart[]) =>
  parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');

describe('what changed within a text', () => {
  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before, after);
        expect(without('added', parts)).toBe(before);
        expect(without('removed', parts)).toBe(after);
      }),
    );
  });

  it('marks nothing in a text that stayed', () => {
    fc.assert(
      fc.property(condition, (same) => {
        const parts = diffText(same, same);
        expect(parts.filter(({ kind }) => kind !== 'same')).toEqual([]);
      }),
    );
  });

  it('marks a word put in, and only that one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<string>('tx', 'coins', 'over', 'limit'), { minLength: 2, maxLength: 20 }),
        fc.nat(),
        (words, place) => {
          const after = words.toSpliced(place % (words.length + 1), 0, 'NEW');
          const parts = diffText(words.join(' '), after.join(' '));
          const marked = parts
            .filter(({ kind }) => kind !== 'same')
            .map(({ kind, text: said }) => [kind, said.trim()]);
          expect(marked).toEqual([['added', 'NEW']]);
        },
      ),
    );
  });

  it('never splits a number or a name: 500 that became 5000 is told whole', () => {
    expect(diffText('tx.coins >= 500', 'tx.coins >= 5000')).toEqual([
      { kind: 'same', text: 'tx.coins >= ' },
      { kind: 'removed', text: '500' },
      { kind: 'added', text: '5000' },
    ]);
  });

  it.each([
    ['little of it stayed', 'a purchase with a new card', 'seven gifts to one creator'],
    ['it is long', 'word '.repeat(500), `${'word '.repeat(500)}more`],
  ])('shows the two texts whole where %s', (_why, before, after) => {
    expect(diffText(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});
