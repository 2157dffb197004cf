import { MAX_SEARCH_CHARS, type SearchClues, searchClues } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const clues = (text: string): SearchClues => {
  const read = searchClues(text);
  if (read === null) throw new Error(`Nothing was read of ${JSON.stringify(text)}`);
  return read;
};
const ID = '01934f3a-7c1e-7abc-8def-0123456789ab';

describe('what a search means', () => {
  it('reads any text there is, and what it read the same way again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
        const read = searchClues(raw);
        if (read === null) return;
        expect(read.text.length).toBeLessThanOrEqual(MAX_SEARCH_CHARS);
        expect(read.text.isWellFormed()).toBe(true);
        expect(read.text).not.toContain('\0');
        expect(searchClues(read.text)).toEqual(read);
      }),
    );
  });

  it.each(['', '   ', '"" ', '\u200b\n', '(<>)'])('finds nothing to look for in %j', (raw) => {
    expect(searchClues(raw)).toBeNull();
  });

  it('finds the id of a record in whatever was pasted around it', () => {
    const noise = fc.constantFrom('', ' ', '"', '(', 'transaction ', 'dec_', '\u200b', '\n\t');
    fc.assert(
      fc.property(fc.uuid(), noise, fc.constantFrom('', ' ', '"', ').', ',\n'), (id, before, after) => {
        const read = clues(`${before}${id.toUpperCase()}${after}`.replace('DEC_', 'dec_'));
        expect(read.uuid).toBe(id);
        expect(read.meaning).toBe(before === 'dec_' ? 'decision_id' : 'record_id');
      }),
    );
  });

  it('reads an id without its dashes', () => {
    fc.assert(fc.property(fc.uuid(), (id) => expect(clues(id.replaceAll('-', '')).uuid).toBe(id)));
  });

  it.each([
    ['pi_3OqA2eLkdIwHu7ix0Z2b', 'stripe_payment'],
    ['ch_3OqA2eLkdIwHu7ix', 'stripe_charge'],
    ['re_3OqA2eLkdIwHu7ix', 'stripe_refund'],
    ['dp_1OqA2eLkdIwHu7ix', 'stripe_dispute'],
    ['du_1OqA2eLkdIwHu7ix', 'stripe_dispute'],
    ['GPA.1234-5678-9012-34567', 'google_order'],
    ['GPA.1234-5678-9012-34567..0', 'google_order'],
    ['2000000123456789', 'apple_transaction'],
    ['Ada <ada@example.com>', 'email'],
    ['mailto:Ada@Example.com', 'email'],
    ['203.0.113.7', 'ip'],
    ['203.0.113.7:443', 'ip'],
    ['[2001:DB8::7]:443', 'ip'],
    ['free-coins.example.co.uk', 'domain'],
    ['https://Sub.Free-Coins.co.uk:8443/a?b#c', 'domain'],
    ['ada', null],
    ['12', null],
  ] as const)('takes %s for a %s', (text, meaning) => {
    expect(clues(text).meaning).toBe(meaning);
  });

  it('writes addresses, e-mail addresses and orders as they are kept', () => {
    expect(clues('[2001:DB8:0::7]:443').ip).toBe('2001:db8::7');
    expect(clues('"Ada@Example.com",').email).toBe('ada@example.com');
    expect(clues('gpa.1234-5678-9012-34567').reference).toBe('GPA.1234-5678-9012-34567');
  });

  it('names the domain that somebody registered before the host below it', () => {
    expect(clues('see.https://x').domains).toEqual([]);
    expect(clues('https://shop.free-coins.co.uk/now').domains).toEqual([
      'free-coins.co.uk',
      'shop.free-coins.co.uk',
    ]);
    expect(clues('ada@free-coins.co.uk').domains).toEqual([]);
    expect(clues('not-a-domain.nosuchending').domains).toEqual([]);
  });

  it('opens an address of the console', () => {
    expect(clues('https://console.example.com/#/accounts/acc%2F1?tab=2').text).toBe('acc/1');
    expect(clues(`https://console.example.com/#/refunds/${ID}/show`).uuid).toBe(ID);
  });

  it.each([
    ['12', 12],
    ['#12', 12],
    ['v12', 12],
    ['12a', null],
    ['1234567890', null],
  ] as const)('reads %s as version %s', (text, version) => {
    expect(clues(text).version).toBe(version);
  });

  it('takes several words for no reference', () => {
    expect(clues('Ada Lovelace').reference).toBeNull();
    expect(clues(' "pi_1" ').reference).toBe('pi_1');
  });
});
