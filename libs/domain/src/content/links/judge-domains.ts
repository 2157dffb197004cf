import type { DomainStanding, ScannedDomain } from '../content.js';
import { type ContentReferences, coveringDomain, coversHost } from '../references.js';
import type { LinkFacts } from '../text/link-facts.js';
import { domainFormScore } from './domain-form.js';
import type { FoundContacts, FoundLink } from './find-links.js';
import { MESSENGERS, SHORTENERS, THROWAWAY_ENDINGS } from './link-endings.js';
import { findLookAlike, IMITATION_FROM, type LookAlike } from './look-alike.js';

/**
 * What each domain of a text is: official, on a list, an imitation, or unknown and judged by its form. An official or
 * allowed domain is never judged further. Every domain is looked up in the lists; only so many are judged beyond that.
 */
export const MAX_JUDGED_DOMAINS = 100;

export interface JudgedDomain extends ScannedDomain {
  /** How plainly it imitates, 0 to 1. */
  readonly imitation: number;
  readonly link: FoundLink;
}

export interface JudgedLinks {
  readonly domains: readonly JudgedDomain[];
  /** Different domains that were not judged because there were too many. */
  readonly unjudged: number;
  readonly facts: LinkFacts;
}

export function judgeDomains(contacts: FoundContacts, references: ContentReferences): JudgedLinks {
  const named = nameDomains(contacts.links, references);
  const judged = named.slice(0, MAX_JUDGED_DOMAINS);
  const domains = judged.map((domain) => judgeDomain(domain, references));
  return { domains, unjudged: named.length - judged.length, facts: factsOf(contacts, domains) };
}

type Listed = Exclude<DomainStanding, 'lookalike'>;

interface NamedDomain {
  readonly link: FoundLink;
  readonly listed: Listed;
}

const WORST_FIRST: readonly Listed[] = ['blocked', 'watched', 'unlisted', 'allowed', 'official'];
const rank = (listed: Listed): number => WORST_FIRST.indexOf(listed);

/** Each domain by its worst host, the worst first: harmless links in front do not hide a listed one behind them. */
function nameDomains(links: readonly FoundLink[], references: ContentReferences): readonly NamedDomain[] {
  const byDomain = new Map<string, NamedDomain>();
  for (const link of links) {
    const listed = listedStanding(link.host.ascii, references);
    const known = byDomain.get(link.host.domain);
    const worse =
      known === undefined ||
      rank(listed) < rank(known.listed) ||
      (listed === known.listed && link.disguised && !known.link.disguised);
    if (worse) byDomain.set(link.host.domain, { link, listed });
  }
  return [...byDomain.values()].sort((a, b) => rank(a.listed) - rank(b.listed));
}

function judgeDomain({ link, listed }: NamedDomain, references: ContentReferences): JudgedDomain {
  const { host, disguised } = link;
  const base = { domain: host.domain, host: host.ascii, disguised, link };
  if (listed !== 'unlisted') return { standing: listed, imitates: null, formScore: 0, imitation: 0, ...base };
  const formScore = domainFormScore(host);
  const found = pretendedHost(link, references) ?? findLookAlike(host, references.protectedNames);
  const imitation = found?.strength ?? 0;
  const imitates = imitation >= IMITATION_FROM ? found!.imitates : null;
  return { standing: imitates === null ? 'unlisted' : 'lookalike', imitates, formScore, imitation, ...base };
}

/** "https://official.com@evil.xyz" goes to the second and reads as the first. */
function pretendedHost({ userInfo }: FoundLink, references: ContentReferences): LookAlike | undefined {
  const official = coveringDomain(references.officialDomains, userInfo ?? '');
  return official === undefined ? undefined : { imitates: official, strength: 1 };
}

const STANDINGS = { block: 'blocked', watch: 'watched', allow: 'allowed' } as const;

/** What stands on a list beats everything but the platform's own name; what is allowed is not judged further. */
function listedStanding(host: string, references: ContentReferences): Listed {
  if (coversHost(references.officialDomains, host)) return 'official';
  const list = references.listOf(host);
  return list === null ? 'unlisted' : STANDINGS[list];
}

const SCAM_FORM_FROM = 700;

function factsOf(contacts: FoundContacts, domains: readonly JudgedDomain[]): LinkFacts {
  const count = (test: (domain: JudgedDomain) => boolean): number => domains.filter(test).length;
  return {
    links: contacts.links.length,
    disguised: count((d) => d.disguised),
    messengers: count((d) => MESSENGERS.has(d.domain) || MESSENGERS.has(d.host)),
    shorteners: count((d) => SHORTENERS.has(d.domain)),
    official: count((d) => d.standing === 'official' || d.standing === 'allowed'),
    throwaway: count((d) => THROWAWAY_ENDINGS.has(d.link.host.suffix)),
    lookalikes: count((d) => d.standing === 'lookalike' || d.standing === 'blocked'),
    scamForms: count((d) => d.standing === 'unlisted' && d.formScore >= SCAM_FORM_FROM),
    emails: contacts.emails,
  };
}
