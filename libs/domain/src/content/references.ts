import { parse } from 'tldts';
import type { Instant } from '../kernel/time.js';
import { decidingList, isInForce, type ListName } from '../lists/list-entry.js';
import { ListIndex } from '../lists/list-index.js';
import { foldText } from './folding/fold-text.js';
import { type ProtectedName, protectNames } from './links/look-alike.js';
import { OFFICIAL_DOMAINS } from './links/official-domains.js';
import { normalizeDomain } from './normalize-domain.js';
import { readWords } from './text/words.js';

/** What staff have judged already, and the domains that nobody else may imitate. */
export interface ContentLists {
  readonly lists?: ListIndex;
  /** The moment at which entries must be in force. */
  readonly at?: Instant;
  /** The platform's own domains, beside the built-in `OFFICIAL_DOMAINS`. */
  readonly officialDomains?: readonly string[];
}

export interface ListedPhrase {
  readonly phrase: string;
  readonly list: 'block' | 'watch';
  readonly words: readonly string[];
}

/** By their first folded word. */
export type ListedPhrases = ReadonlyMap<string, readonly ListedPhrase[]>;

export interface ContentReferences {
  /** The list that decides for a host; null for one that no list covers. */
  readonly listOf: (host: string) => ListName | null;
  readonly officialDomains: ReadonlySet<string>;
  readonly protectedNames: readonly ProtectedName[];
  readonly phrases: ListedPhrases;
}

export function contentReferences({
  lists = new ListIndex(),
  at = 0,
  officialDomains,
}: ContentLists = {}): ContentReferences {
  return referencesWith({ lists, at, phrases: compilePhrases(lists, at) }, officialDomains);
}

/** The same with phrases compiled before, which a change of domains leaves as they are. */
export function referencesWith(
  { lists, at, phrases }: { lists: ListIndex; at: Instant; phrases: ListedPhrases },
  officialDomains: readonly string[] = [],
): ContentReferences {
  return {
    listOf: (host) => decidingList(lists.findHost(host, at).map(({ list }) => list)),
    ...(officialDomains.length === 0 ? BUILT_IN : official(officialDomains)),
    phrases,
  };
}

export function compilePhrases(lists: ListIndex, at: Instant): ListedPhrases {
  const phrases = new Map<string, ListedPhrase[]>();
  for (const entry of lists.entriesOf('phrase')) {
    const { list, value: phrase } = entry;
    if (list === 'allow' || !isInForce(entry, at)) continue;
    const words = readWords(foldText(phrase).skeleton).map((word) => word.text);
    const [first] = words;
    if (first === undefined) continue;
    const same = phrases.get(first);
    if (same) same.push({ phrase, list, words });
    else phrases.set(first, [{ phrase, list, words }]);
  }
  return phrases;
}

type Official = Pick<ContentReferences, 'officialDomains' | 'protectedNames'>;

function official(own: readonly string[]): Official {
  const domains = [...own, ...OFFICIAL_DOMAINS].map(normalizeDomain);
  return {
    officialDomains: new Set(domains),
    protectedNames: protectNames(domains, (domain) => parse(domain).domainWithoutSuffix ?? ''),
  };
}

const BUILT_IN = official([]);

/** Whether a host or a domain above it is in the set. */
export const coversHost = (domains: ReadonlySet<string>, host: string): boolean =>
  coveringDomain(domains, host) !== undefined;

/** The host itself or the nearest domain above it that is in the set. */
export function coveringDomain(domains: ReadonlySet<string>, host: string): string | undefined {
  if (domains.size === 0) return undefined;
  for (let name = host; ; ) {
    if (domains.has(name)) return name;
    const dot = name.indexOf('.');
    if (dot < 0) return undefined;
    name = name.slice(dot + 1);
  }
}
