import { parse } from 'tldts';
import { foldText } from './folding/fold-text.js';
import { type ProtectedName, protectNames } from './links/look-alike.js';
import { OFFICIAL_DOMAINS } from './links/official-domains.js';
import { readWords } from './text/words.js';

/**
 * What staff have judged already: domains and phrases on lists, and the domains that nobody else may imitate. Compiled
 * once whenever a list changes and shared by all scans.
 */
export interface ContentLists {
  readonly allowedDomains?: readonly string[];
  readonly blockedDomains?: readonly string[];
  readonly watchedDomains?: readonly string[];
  readonly blockedPhrases?: readonly string[];
  readonly watchedPhrases?: readonly string[];
  /** The platform's own domains, beside the built-in `OFFICIAL_DOMAINS`. */
  readonly officialDomains?: readonly string[];
}

export interface ListedPhrase {
  readonly phrase: string;
  readonly list: 'block' | 'watch';
  readonly words: readonly string[];
}

export interface ContentReferences {
  readonly allowedDomains: ReadonlySet<string>;
  readonly blockedDomains: ReadonlySet<string>;
  readonly watchedDomains: ReadonlySet<string>;
  readonly officialDomains: ReadonlySet<string>;
  readonly protectedNames: readonly ProtectedName[];
  /** Phrases by their first folded word. */
  readonly phrases: ReadonlyMap<string, readonly ListedPhrase[]>;
}

export function contentReferences(lists: ContentLists = {}): ContentReferences {
  const official = [...(lists.officialDomains ?? []), ...OFFICIAL_DOMAINS].map(normalizeDomain);
  return {
    allowedDomains: domainSet(lists.allowedDomains),
    blockedDomains: domainSet(lists.blockedDomains),
    watchedDomains: domainSet(lists.watchedDomains),
    officialDomains: new Set(official),
    protectedNames: protectNames(official, (domain) => parse(domain).domainWithoutSuffix ?? ''),
    phrases: compilePhrases(lists),
  };
}

/** The form in which a listed domain is stored and compared: small letters, ASCII, no "www." and no dot at the end. */
export function normalizeDomain(domain: string): string {
  const bare = domain
    .trim()
    .toLowerCase()
    .replace(/^\*?\.?(www\.)?/, '')
    .replace(/\.$/, '');
  try {
    return new URL(`http://${bare}`).hostname;
  } catch {
    return bare;
  }
}

const domainSet = (domains: readonly string[] = []): ReadonlySet<string> =>
  new Set(domains.map(normalizeDomain));

function compilePhrases(lists: ContentLists): ReadonlyMap<string, readonly ListedPhrase[]> {
  const phrases = new Map<string, ListedPhrase[]>();
  const add = (phrase: string, list: 'block' | 'watch'): void => {
    const words = readWords(foldText(phrase).skeleton).map((word) => word.text);
    const [first] = words;
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), { phrase, list, words }]);
  };
  for (const phrase of lists.blockedPhrases ?? []) add(phrase, 'block');
  for (const phrase of lists.watchedPhrases ?? []) add(phrase, 'watch');
  return phrases;
}

/** Whether a host or a domain above it is in the set. */
export function coversHost(domains: ReadonlySet<string>, host: string): boolean {
  if (domains.size === 0) return false;
  for (let name = host; ; ) {
    if (domains.has(name)) return true;
    const dot = name.indexOf('.');
    if (dot < 0) return false;
    name = name.slice(dot + 1);
  }
}
