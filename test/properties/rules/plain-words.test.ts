import {
  audienceInPlainWords,
  describeAudience,
  describeRuleContext,
  factAt,
  flatten,
  inPlainWords,
  PLAIN_LANGUAGES,
  PLAIN_WORDS,
  type PlainLanguage,
  STARTER_RULESET,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';

const said = (condition: string, language: PlainLanguage) => {
  const { clause } = inPlainWords({ condition, effect: { type: 'score', score: 1 } }, language);
  return clause && flatten(clause);
};

describe('a rule in plain words', () => {
  test.each([
    [
      'account.ageSeconds < 60 && !payment.store',
      'all of this holds: the age of the account is less than 60 seconds; no app store takes the payment',
      'all das zutrifft: das Alter des Kontos beträgt weniger als 60 Sekunden; kein App-Store nimmt die Zahlung an',
    ],
    [
      'tx.amountUsdMinor >= 5000',
      'the price is at least $50.00',
      'der Preis beträgt mindestens 50,00\u00a0$',
    ],
    [
      'velocity.account.h1.purchases >= 3',
      'the number of purchases of the account in the last hour is at least 3',
      'die Zahl der Käufe des Kontos in der letzten Stunde beträgt mindestens 3',
    ],
    [
      '20000 <= velocity.pair.d7.giftCoinsSent + tx.coins',
      'the sum of gifts sent between the two accounts in the last 7 days plus the number of coins is at least 20,000 coins',
      'die Summe der gesendeten Geschenke zwischen den beiden Konten in den letzten 7 Tagen plus die Zahl der Coins beträgt mindestens 20.000 Coins',
    ],
    ['account.country == "US"', 'the account’s country is “US”', 'das Land des Kontos ist „US“'],
    [
      'account.country in ["US", "CA"]',
      'the account’s country is “US” or “CA”',
      'das Land des Kontos ist „US“ oder „CA“',
    ],
    [
      '!(tx.coins > 5 || lists.blocked)',
      'it is not so that any of this holds: the number of coins is more than 5 coins; something stands on the block list',
      'es trifft nicht zu: etwas davon zutrifft: die Zahl der Coins beträgt mehr als 5 Coins; etwas steht auf der Sperrliste',
    ],
    [
      '!(tx.coins > 5)',
      'the number of coins is at most 5 coins',
      'die Zahl der Coins beträgt höchstens 5 Coins',
    ],
    [
      'content.counterpartyScamMinutesAgo < 60',
      'the time since the recipient’s last scam text is less than 60 minutes',
      'die Zeit seit dem letzten Betrugstext des Empfängers beträgt weniger als 60 Minuten',
    ],
    ['account.creator == false', 'the account is no creator', 'das Konto ist kein Creator'],
    [
      '"ip" in lists.blockedTypes',
      'the matches on the block list include “ip”',
      'die Treffer auf der Sperrliste enthalten „ip“',
    ],
    [
      'account.emailDomain.endsWith(".test")',
      'the domain of the account’s e-mail address ends with “.test”',
      'die Domain der E-Mail-Adresse des Kontos endet mit „.test“',
    ],
  ])('%s', (condition, english, german) => {
    expect(said(condition, 'en')).toBe(english);
    expect(said(condition, 'de')).toBe(german);
  });

  test('says what follows, and for which kinds', () => {
    const rule = { condition: 'true', kinds: ['purchase', 'gift'] as const };
    const effect = (type: 'decline' | 'review' | 'score', score: number, language: PlainLanguage) =>
      inPlainWords({ ...rule, effect: { type, score } }, language).effect;
    expect(effect('review', 60, 'en')).toBe('Holds a purchase or a gift for a person (score 60) when');
    expect(effect('score', -20, 'en')).toBe('Takes 20 off the score of a purchase or a gift when');
    expect(effect('decline', 100, 'de')).toBe('Lehnt einen Kauf oder ein Geschenk ab (100 Punkte), wenn');
  });

  test('has words of its own for every rule of the starter set', () => {
    for (const rule of STARTER_RULESET.rules) {
      for (const language of PLAIN_LANGUAGES) {
        const { clause } = inPlainWords(rule, language);
        expect([rule.key, clause && flatten(clause)]).toEqual([
          rule.key,
          expect.not.stringMatching(/[a-z]\.[a-z]+[A-Z.]|&&|\|\||==/),
        ]);
      }
    }
  });

  test('has words for all that is known by links and by texts', () => {
    const known = describeRuleContext().filter(({ path }) => /^(links|content)\./.test(path));
    expect(known.length).toBeGreaterThan(20);
    for (const words of [PLAIN_WORDS.en, PLAIN_WORDS.de])
      expect(known.filter(({ path }) => !words.facts[path])).toEqual([]);
  });

  test('falls back on what is written, and on nothing while it does not parse', () => {
    expect(said('account.country.substring(0, 1) == "U"', 'en')).toBe(
      'account.country.substring(0, 1) is “U”',
    );
    expect(said('tx.coins >', 'en')).toBeNull();
  });

  test('says whom a promotion is for', () => {
    const clause = audienceInPlainWords('account.purchases30d == 0', 'en');
    expect(clause && flatten(clause)).toBe('the number of the account’s purchases in 30 days is 0');
    expect(audienceInPlainWords('account.', 'en')).toBeNull();
  });

  test('speaks only of facts there are, and of the same ones in both languages', () => {
    const { en, de } = PLAIN_WORDS;
    const ofAudience = new Map(describeAudience().map(({ path, type }) => [path, type]));
    const typeOf = (path: string) => factAt(path.split('.'))?.type ?? ofAudience.get(path);
    for (const words of [en, de]) {
      for (const path of Object.keys(words.facts)) expect([path, typeOf(path)]).not.toContain(undefined);
      for (const [path, said] of Object.entries(words.facts)) {
        expect([path, 'is' in said]).toEqual([path, typeOf(path) === 'bool']);
      }
      expect([...ofAudience.keys()].filter((path) => !words.facts[path])).toEqual([]);
    }
    expect(Object.keys(de.facts)).toEqual(Object.keys(en.facts));
    expect(Object.keys(de.velocity.measures)).toEqual(Object.keys(en.velocity.measures));
  });
});
