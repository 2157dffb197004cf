import { formatAddress, formatNetwork, parseAddress, parseNetwork } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

describe('IP addresses', () => {
  it('reads every address in every spelling and writes it in one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const address = parseAddress(text)!;
        expect(address).not.toBeNull();
        const written = formatAddress(address);
        expect(parseAddress(written)).toEqual(address);
        expect(formatAddress(parseAddress(text.toUpperCase())!)).toBe(written);
      }),
    );
  });

  it('writes IPv6 as URLs do, whose standard is another source for the same form', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 }),
        (groups) => {
          const text = groups.map((group) => group.toString(16).padStart(4, '0')).join(':');
          const address = parseAddress(text)!;
          fc.pre(address.bits === 128);
          expect(`[${formatAddress(address)}]`).toBe(new URL(`http://[${text}]`).hostname);
        },
      ),
    );
  });

  it.each([
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:DB8:0:0:0:0:0:7', '2001:db8::7'],
    ['::', '::'],
    ['1::', '1::'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ])('reads %s as %s', (text, written) => {
    expect(formatAddress(parseAddress(text)!)).toBe(written);
  });

  it.each([
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3.4 ',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    'fe80::1%eth0',
    '::1.2.3',
  ])('takes %j for no address', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseAddress(text);
        parseNetwork(text);
      }),
    );
  });
});

describe('networks', () => {
  it('keeps the bits of the prefix and no others', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.nat(32), (ip, length) => {
        const network = parseNetwork(`${ip}/${length}`)!;
        const { value } = parseAddress(ip)!;
        const shift = BigInt(32 - length);
        expect(network.value).toBe((value >> shift) << shift);
        expect(parseNetwork(formatNetwork(network))).toEqual(network);
      }),
    );
  });

  it.each(['1.2.3.4', '1.2.3.4/33', '1.2.3.4/-1', '::/129', '1.2.3.4/', '1.2.3.4/24/8', '::ffff:1.2.3.4/8'])(
    'takes %j for no network',
    (text) => {
      expect(parseNetwork(text)).toBeNull();
    },
  );
});
