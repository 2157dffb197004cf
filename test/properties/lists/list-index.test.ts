import {
  checkListValue,
  decidingList,
  formatAddress,
  formatNetwork,
  LIST_NAMES,
  LIST_PRECEDENCE,
  ListIndex,
  type ListName,
  type ListValueType,
  parseAddress,
  parseNetwork,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const NOW = 1_000_000;
let made = 0;
const entry = (list: ListName, type: ListValueType, written: string, expiresAt: number | null = null) => {
  const checked = checkListValue(type, written);
  if ('problem' in checked) throw new Error(checked.problem);
  return { entryId: `entry-${++made}`, list, type, value: checked.value, expiresAt };
};
const ids = (found: readonly { entryId: string }[]) => found.map(({ entryId }) => entryId).sort();
const lists = (found: readonly { list: ListName }[]) => found.map(({ list }) => list);

describe('the index of all lists', () => {
  it('finds an address in exactly the networks that hold it, whatever their number and spelling', () => {
    const network = fc.tuple(fc.oneof(fc.ipV4(), fc.ipV6()), fc.nat(20)).map(([ip, shorter]) => {
      const { bits } = parseAddress(ip)!;
      return formatNetwork(parseNetwork(`${ip}/${bits - shorter}`)!);
    });
    fc.assert(
      fc.property(fc.uniqueArray(network, { maxLength: 30 }), fc.nat(), (networks, seed) => {
        const index = new ListIndex(networks.map((value) => entry('block', 'network', value)));
        for (const value of networks) {
          const { bits, value: base } = parseNetwork(value)!;
          const inside = { bits, value: base + (BigInt(seed) & 0xfn) };
          const expected = networks.filter((text) => {
            const other = parseNetwork(text)!;
            const rest = BigInt(other.bits - other.length);
            return other.bits === bits && inside.value >> rest === other.value >> rest;
          });
          const found = index.find({ ip: formatAddress(inside) }, NOW).map((e) => e.value);
          expect([...found].sort()).toEqual([...expected].sort());
        }
      }),
    );
  });

  it('lets an entry count up to its expiry and not a moment longer', () => {
    fc.assert(
      fc.property(fc.nat(2 * NOW), (expiresAt) => {
        const index = new ListIndex([entry('block', 'device', 'd1', expiresAt)]);
        expect(index.matches('block', { device: 'd1' }, NOW)).toEqual(expiresAt > NOW ? ['device'] : []);
      }),
    );
  });

  it('matches a web domain with all that lies below it, and nothing that only ends alike', () => {
    const index = new ListIndex([entry('block', 'web_domain', 'free-coins.example')]);
    for (const host of ['free-coins.example', 'www.free-coins.example', 'a.b.free-coins.example']) {
      expect(lists(index.findHost(host, NOW))).toEqual(['block']);
    }
    for (const host of ['my-free-coins.example', 'example', 'free-coins.example.org', '']) {
      expect(index.findHost(host, NOW)).toEqual([]);
    }
  });

  it('takes an allowed address out of a wider network, and an allowed subdomain out of its domain', () => {
    const index = new ListIndex([
      entry('block', 'network', '203.0.113.0/24'),
      entry('watch', 'network', '203.0.0.0/16'),
      entry('allow', 'ip', '203.0.113.7'),
      entry('block', 'web_domain', 'sites.example'),
      entry('allow', 'web_domain', 'good.sites.example'),
    ]);
    expect(lists(index.find({ ip: '203.0.113.7' }, NOW))).toEqual(['allow']);
    expect(lists(index.find({ ip: '203.0.113.8' }, NOW))).toEqual(['block', 'watch']);
    expect(lists(index.findHost('www.good.sites.example', NOW))).toEqual(['allow']);
    expect(lists(index.findHost('bad.sites.example', NOW))).toEqual(['block']);
  });

  it('keeps a block inside an allowed network', () => {
    const index = new ListIndex([
      entry('allow', 'network', '203.0.113.0/24'),
      entry('block', 'ip', '203.0.113.7'),
    ]);
    expect(index.matches('block', { ip: '203.0.113.7' }, NOW)).toEqual(['ip']);
  });

  it('names both where one value stands on two lists, and block decides', () => {
    const index = new ListIndex([entry('allow', 'account', 'ada'), entry('block', 'account', 'ada')]);
    expect(decidingList(lists(index.find({ account: 'ada' }, NOW)))).toBe('block');
    fc.assert(
      fc.property(fc.subarray([...LIST_NAMES]), (some) => {
        const first = LIST_PRECEDENCE.find((list) => some.includes(list)) ?? null;
        expect(decidingList(some)).toBe(first);
      }),
    );
  });

  it('compares what a transaction carries as what was listed', () => {
    const index = new ListIndex([
      entry('block', 'payout', 'paypal:ada@example.com'),
      entry('block', 'email_domain', 'bücher.example'),
      entry('block', 'ip', '2001:db8::7'),
      // From before values were folded.
      { entryId: 'old', list: 'block', type: 'payout', value: 'bank:DE89 37', expiresAt: null },
    ]);
    const blocked = (subjects: Parameters<typeof index.matches>[1]) => index.matches('block', subjects, NOW);
    expect(blocked({ payout: 'paypal:Ada+7@Example.com' })).toEqual(['payout']);
    expect(blocked({ payout: 'bank:de8937' })).toEqual(['payout']);
    expect(blocked({ email_domain: 'BÜCHER.example' })).toEqual(['email_domain']);
    expect(blocked({ ip: '2001:0DB8::0007' })).toEqual(['ip']);
  });

  it('changed in place finds what an index made anew finds', () => {
    const values = [
      ['ip', '203.0.113.7'],
      ['network', '203.0.113.7/32'],
      ['network', '203.0.113.0/24'],
      ['device', 'd1'],
      ['web_domain', 'a.example.org'],
      ['web_domain', 'example.org'],
      ['phrase', 'free coins'],
    ] as const;
    const change = fc.record({ at: fc.nat(values.length - 1), lists: fc.subarray([...LIST_NAMES]) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const index = new ListIndex();
        const standing = new Map<number, ReturnType<typeof entry>[]>();
        for (const { at, lists: on } of changes) {
          const [type, value] = values[at]!;
          const entries = on.map((list) => entry(list, type, value));
          const before = index.changesOf(type);
          index.replace({ type, value }, entries);
          expect(index.changesOf(type)).toBeGreaterThan(before);
          standing.set(at, entries);
        }
        const anew = new ListIndex([...standing.values()].flat());
        const seen = (one: ListIndex) => [
          ids(one.find({ ip: '203.0.113.7', device: 'd1' }, NOW)),
          ids(one.find({ ip: '203.0.113.8' }, NOW)),
          ids(one.findHost('www.a.example.org', NOW)),
          ids(one.findPhrase('free coins', NOW)),
          ids(one.entriesOf('web_domain')),
        ];
        expect(seen(index)).toEqual(seen(anew));
      }),
    );
  });
});
