import { foldedString, foldText } from '@coinwarden/domain';
import fc from 'fast-check';
import { hostileStrings } from '../../support/hostile-strings.js';

/** Text as attackers write it: plain letters with styling, marks, invisible characters and gaps strewn in. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...Array.from('aAeo0013l$@ .-_\u200b\u0301\u202eаеоΗ𝐀ⓑ🅒🇺１½ﷺ…。💰！|')), {
      maxLength: 80,
    })
    .map((characters) => characters.join('')),
);

describe('folding a text', () => {
  it.each([
    ['Hello W0rld', 'heio worid'],
    ['𝐅𝐑𝐄𝐄 Ⓒⓞⓘⓝⓢ', 'fre coins'],
    ['ＦＲＥＥ', 'fre'],
    ['🅵🆁🅴🅴 🇨🇴🇮🇳🇸', 'fre coins'],
    ['f r e e', 'fre'],
    ['f.r.e.e  c-o-i-n-s', 'fre  coins'],
    ['【F】【R】【E】【E】', '【fre】'],
    ['fr\u200bee\u00ad co\u2060ins', 'fre coins'],
    ['соіns', 'coins'],
    ['c̸o̸i̸n̸s̸', 'coins'],
    ['fr33 c01ns', 'fre coins'],
    ['c@sh', 'cash'],
    ['freeeeee!!!!', 'fre!'],
    ['win1000', 'win1000'],
    ['ＡＬＥＸ❶❻❽', 'aiex168'],
  ])('reads %s as %s', (text, folded) => {
    expect(foldedString(text)).toBe(folded);
  });

  it('reads a word the same in Latin letters and in those of another script that look alike', () => {
    expect(foldedString('сосо')).toBe(foldedString('coco'));
    expect(foldedString('РАУРАL')).toBe(foldedString('paypal'));
  });

  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldedString(text);
        expect(foldedString(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps for every folded character the piece of the original that it stands for, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const view of [foldText(text).plain, foldText(text).skeleton]) {
          let before = 0;
          for (let i = 0; i < view.length; i += 1) {
            expect(view.starts[i]).toBeGreaterThanOrEqual(before);
            expect(view.ends[i]).toBeGreaterThan(view.starts[i]!);
            expect(view.ends[i]).toBeLessThanOrEqual(text.length);
            before = view.starts[i]!;
          }
        }
      }),
    );
  });

  it('never yields more than a bounded multiple of what it reads, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, times) => {
        expect(foldText(text.repeat(times)).plain.length).toBeLessThanOrEqual(18 * text.length * times);
      }),
    );
  });

  it('holds for strings that are known to break programs', () => {
    for (const text of hostileStrings()) expect(foldedString(foldedString(text))).toBe(foldedString(text));
  });

  it('reads the beginning and the end of a text that is too long, and says how much', () => {
    const folded = foldText(`first ${'x y '.repeat(1_000_000)} last`);
    expect(folded.scannedChars).toBe(32_768);
    expect(folded.totalChars).toBe(4_000_011);
    const read = folded.skeleton.toString();
    expect(read.startsWith('first')).toBe(true);
    expect(read.endsWith('iast')).toBe(true);
    const { end } = folded.skeleton.range(folded.skeleton.length - 1, folded.skeleton.length);
    expect(end).toBe(folded.totalChars);
  });
});
