import { checkListValue, LIST_VALUE_TYPES, type ListValueType } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const type = fc.constantFrom(...LIST_VALUE_TYPES);
const value = (of: ListValueType, text: string) => {
  const checked = checkListValue(of, text);
  return 'value' in checked ? checked.value : `! ${checked.problem}`;
};

describe('values of lists', () => {
  it('never throws, and leaves what it accepted as it is when it is checked again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.domain(),
      fc.emailAddress().map((mail) => `paypal:${mail}`),
      fc.ipV6().map((ip) => `${ip}/64`),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(type, text, (of, raw) => {
        const checked = checkListValue(of, raw);
        if ('value' in checked) expect(checkListValue(of, checked.value)).toEqual(checked);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows no letter case where there is none', () => {
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom('email_domain', 'web_domain'), (domain, of) => {
        expect(value(of, domain.toUpperCase())).toBe(value(of, domain));
      }),
    );
  });

  it.each<[ListValueType, string, string]>([
    ['account', ' ada ', 'ada'],
    ['account', 'Ada', 'Ada'],
    ['instrument', 'STRIPE:card_A', 'stripe:card_A'],
    ['ip', '2001:DB8:0::7', '2001:db8::7'],
    ['ip', '::ffff:203.0.113.7', '203.0.113.7'],
    ['network', '203.0.113.0/24', '203.0.113.0/24'],
    ['network', '2001:DB8:0:0::/32', '2001:db8::/32'],
    ['email_domain', '@Example.COM', 'example.com'],
    ['email_domain', 'bücher.example', 'xn--bcher-kva.example'],
    ['web_domain', 'https://www.Free-Coins.example/claim?id=7#now', 'free-coins.example'],
    ['web_domain', 'shop.free-coins.example:8443', 'shop.free-coins.example'],
    ['web_domain', 'münze.example', 'xn--mnze-0ra.example'],
    ['phrase', 'FREE coins', value('phrase', 'free coins')],
    ['phrase', 'fr\u0435\u0435 c\u043eins', value('phrase', 'free coins')],
    ['card_country', 'br', 'BR'],
    ['payout', 'PayPal:Ada.Lovelace+new@Gmail.com', 'paypal:adalovelace@gmail.com'],
    ['payout', 'paypal:ada+1@googlemail.com', 'paypal:ada@gmail.com'],
    ['payout', 'paypal:Ada.L+x@example.com', 'paypal:ada.l@example.com'],
    ['payout', 'bank:DE89 3704 0044 0532 0130 00', 'bank:de89370400440532013000'],
    ['payout', 'phone:+49 (170) 123-45', 'phone:+4917012345'],
  ])('compares the %s %j as %j', (of, raw, form) => {
    expect(value(of, raw)).toBe(form);
  });

  it.each<[ListValueType, string, string]>([
    ['account', '  ', 'empty'],
    ['device', 'a'.repeat(301), 'too_long'],
    ['device', 'a\u0000b', 'unprintable'],
    ['instrument', 'card_1', 'not_an_instrument'],
    ['ip', '1.2.3', 'not_an_address'],
    ['network', '1.2.3.4', 'not_a_network'],
    ['network', '203.0.113.7/24', 'host_bits'],
    ['network', '0.0.0.0/0', 'too_wide'],
    ['network', '2000::/3', 'too_wide'],
    ['email_domain', 'ada@example.com', 'not_a_domain'],
    ['email_domain', 'co.uk', 'public_suffix'],
    ['web_domain', 'no domain', 'not_a_domain'],
    ['web_domain', 'com', 'not_a_domain'],
    ['phrase', 'a!', 'too_short_phrase'],
    ['card_country', 'Brazil', 'not_a_country'],
    ['payout', 'ada@example.com', 'not_a_payout'],
  ])('refuses the %s %j: %s', (of, raw, problem) => {
    expect(checkListValue(of, raw)).toEqual({ problem });
  });
});
