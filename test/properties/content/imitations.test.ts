import { contentReferences, OFFICIAL_DOMAINS, SUSPECT_FROM, scanContent } from '@coinwarden/domain';
import fc from 'fast-check';

const references = contentReferences();
const scan = (text: string) => scanContent({ kind: 'comment', text }, references);

/** Names that are nobody's everyday word, with the domain they belong to. */
const official = fc.constantFrom(
  'discord.com',
  'steamcommunity.com',
  'paypal.com',
  'roblox.com',
  'telegram.org',
  'whatsapp.com',
  'instagram.com',
  'facebook.com',
  'coinbase.com',
  'binance.com',
  'metamask.io',
  'netflix.com',
);
const split = (domain: string): readonly [string, string] => {
  const dot = domain.indexOf('.');
  return [domain.slice(0, dot), domain.slice(dot + 1)];
};
const throwaway = fc.constantFrom('xyz', 'top', 'site', 'online', 'click', 'live', 'icu', 'info');
const bait = fc.constantFrom('gift', 'free', 'login', 'support', 'verify', 'airdrop', 'rewards', 'wallet');
const ALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
};
const DIGITS: Readonly<Record<string, string>> = { o: '0', i: '1', e: '3', a: '4', s: '5' };

/** Exchanges some of the letters that have a counterpart, at least one. */
const exchanged = (
  name: string,
  by: Readonly<Record<string, string>>,
  choices: readonly boolean[],
): string => {
  const places = Array.from(name, (c, i) => (by[c] === undefined ? -1 : i)).filter((i) => i >= 0);
  const chosen = places.filter((_, n) => choices[n] === true);
  const at = new Set(chosen.length > 0 ? chosen : places.slice(0, 1));
  return Array.from(name, (c, i) => (at.has(i) ? by[c]! : c)).join('');
};
const choices = fc.array(fc.boolean(), { minLength: 14, maxLength: 14 });

/** Ways to look official without being it; each takes the pieces it needs. */
const imitation = fc
  .record({ domain: official, ending: throwaway, word: bait, choices, cut: fc.nat(20) })
  .chain(({ domain, ending, word, choices, cut }) => {
    const [name, rest] = split(domain);
    const inside = 1 + (cut % (name.length - 1));
    return fc
      .constantFrom(
        `${exchanged(name, ALIKE, choices)}.${rest}`,
        `${exchanged(name, DIGITS, choices)}.${rest}`,
        new URL(`http://${exchanged(name, ALIKE, choices)}.${rest}`).hostname,
        `${name.slice(0, inside)}-${name.slice(inside)}.com`,
        `${name}-${word}.com`,
        `${word}-${name}.net`,
        `${name}${word}.org`,
        `${name}.${ending}`,
        `${domain}.evil-host.${ending}`,
        `login.${domain}.evil-host.${ending}`,
        `${name}.${rest}-${word}.${ending}`,
        `https://${domain}@evil-host.${ending}/x`,
        `https://${domain}:${word}@evil-host.${ending}`,
        `https://www.${domain}%2f${word}@evil-host.${ending}`,
      )
      .map((link) => ({ domain, link }));
  });

it('sees through every way to imitate an official domain, and says which', () => {
  fc.assert(
    fc.property(imitation, ({ domain, link }) => {
      const verdict = scan(`claim yours at ${link.includes('://') ? link : `https://${link}/gift`}`);
      const found = verdict.domains.filter((d) => d.standing !== 'official');
      expect(found).toEqual([expect.objectContaining({ standing: 'lookalike', imitates: domain })]);
      expect(verdict.score).toBeGreaterThanOrEqual(SUSPECT_FROM);
      expect(verdict.reasons.map((r) => r.code)).toContain('content.lookalike_domain');
    }),
    { numRuns: 1_000 },
  );
});

it('never holds an official domain or a host below it against a text, however the link is written', () => {
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/).filter((l) => !l.startsWith('xn--'));
  const host = fc
    .tuple(fc.constantFrom(...OFFICIAL_DOMAINS), fc.array(fc.oneof(label, bait), { maxLength: 3 }))
    .map(([domain, before]) => [...before, domain].join('.'));
  const link = host.chain((name) =>
    fc.constantFrom(
      `https://${name}/gift?free=coins`,
      `http://${name}:8443/`,
      `https://me:secret@${name}/`,
      `https://${name.toUpperCase()}`,
      `hxxps://${name.replace(/\./g, '[.]')}/x`,
      `https://${name}.`,
      `https://${name}/@someone`,
    ),
  );
  fc.assert(
    fc.property(link, (text) => {
      const verdict = scan(text);
      // A few official domains are themselves an ending that names are given out under, and no link by themselves.
      expect(verdict.domains.filter((d) => d.standing !== 'official')).toEqual([]);
      const codes = verdict.reasons
        .map((r) => r.code)
        .filter((code) => code.includes('domain') || code.includes('link'));
      expect(codes).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
