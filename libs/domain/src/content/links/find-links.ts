import { classOf, isWordCharacter, LETTER } from '../folding/character-class.js';
import { latinOf, SPACE } from '../folding/fold-character.js';
import type { TextView } from '../folding/text-view.js';
import { type Host, readHost } from './host.js';
import { COMMON_ENDINGS, SPOKEN_ENDINGS } from './link-endings.js';

/**
 * Finds links the way a person would: with or without a scheme, with the dot bracketed, spelled out or set apart. One pass
 * from left to right; what may follow a label is looked at a few characters ahead only, so the cost is linear.
 */
export interface FoundLink {
  readonly host: Host;
  /** Scheme, "www." or a path says that it is meant as a link. */
  readonly explicit: boolean;
  readonly disguised: boolean;
  /** The host that stands before the "@" of "https://official.com@evil.xyz"; '' where what stands there is none. */
  readonly userInfo: string | undefined;
  readonly from: number;
  readonly to: number;
}

export interface FoundContacts {
  readonly links: readonly FoundLink[];
  readonly emails: number;
}

const DOT = 46;
const SLASH = 47;
const AT = 64;
const COLON = 58;
const QUESTION = 63;
const HASH = 35;
const HYPHEN = 45;
const UNDERSCORE = 95;
const MAX_LABELS = 10;
const MAX_LABEL = 63;
const DOT_WORDS: readonly string[] = [
  'dot',
  'd0t',
  'точка',
  'titik',
  'punto',
  'ponto',
  'point',
  'punkt',
  'nokta',
];
const BRACKETS = new Map([
  [91, 93],
  [40, 41],
  [123, 125],
  [60, 62],
]);

export function findLinks(view: TextView): FoundContacts {
  const links: FoundLink[] = [];
  const hosts = new Map<string, Host | undefined>();
  let emails = 0;
  let userInfo: string | undefined;
  for (let at = 0; at < view.length; ) {
    if (!isWordCharacter(view.points[at]!)) {
      at += 1;
      continue;
    }
    const from = at;
    const chain = readChain(view, from);
    at = chain.to;
    const sign = schemeBefore(view, from) === '' ? 0 : signAfter(view, chain.to);
    if (sign > 0) {
      userInfo = chain.text;
      at = sign + 1;
    } else if (chain.labels < 2) userInfo = undefined;
    else if (view.points[chain.to] === AT && isWordCharacter(view.points[chain.to + 1] ?? -1))
      userInfo = undefined;
    else if (view.points[from - 1] === AT && userInfo === undefined) emails += 1;
    else {
      const link = toLink(view, from, chain, userInfo, hosts);
      if (link !== undefined) links.push(link);
      userInfo = undefined;
    }
  }
  return { links, emails };
}

/** Where the "@" stands that makes a user name of what is before it: "official.com@", "official.com:x@", "official.com%2f@". */
function signAfter(view: TextView, from: number): number {
  const last = Math.min(view.length - 1, from + MAX_LABEL);
  for (let at = from; at < last; at += 1) {
    const point = view.points[at]!;
    if (point === AT) return isWordCharacter(view.points[at + 1]!) ? at : 0;
    if (point === SPACE || point === SLASH || point === QUESTION || point === HASH) return 0;
  }
  return 0;
}

interface Chain {
  readonly to: number;
  readonly labels: number;
  readonly text: string;
  readonly spelled: boolean;
}

/** The labels from `from` on that are joined by dots of whatever make. */
function readChain(view: TextView, from: number): Chain {
  let to = labelEnd(view, from);
  let text = '';
  let labels = 1;
  let spelled = false;
  let written = from;
  while (labels < MAX_LABELS && to - written <= MAX_LABEL) {
    const joint = dotAt(view, to);
    if (joint === undefined) break;
    const next = labelEnd(view, joint.to);
    if (joint.spoken && !SPOKEN_ENDINGS.has(latinSlice(view, joint.to, next))) break;
    text += `${view.slice(written, to)}.`;
    spelled ||= joint.spelled;
    written = joint.to;
    to = next;
    labels += 1;
  }
  return { to, labels, text: labels === 1 ? '' : text + view.slice(written, to), spelled };
}

function labelEnd(view: TextView, from: number): number {
  let at = from;
  while (at < view.length) {
    const point = view.points[at]!;
    if (!isWordCharacter(point) && point !== HYPHEN && point !== UNDERSCORE) break;
    at += 1;
  }
  while (at > from + 1 && view.points[at - 1] === HYPHEN) at -= 1;
  return at;
}

const latinSlice = (view: TextView, from: number, to: number): string => {
  let text = '';
  for (let i = from; i < Math.min(to, from + MAX_LABEL); i += 1)
    text += String.fromCodePoint(latinOf(view.points[i]!));
  return text;
};

interface Joint {
  /** Where the next label begins. */
  readonly to: number;
  /** Not simply a dot. */
  readonly spelled: boolean;
  /** As a word, or with gaps around: only a few endings make that a link. */
  readonly spoken: boolean;
}

/** A dot at `at`: as such, in brackets, as a word, or between spaces; `to` is where the next label begins. */
function dotAt(view: TextView, at: number): Joint | undefined {
  if (view.points[at] === DOT && isWordCharacter(view.points[at + 1] ?? -1))
    return { to: at + 1, spelled: false, spoken: false };
  const spaced = skipSpaces(view, at);
  const closing = BRACKETS.get(view.points[spaced] ?? -1);
  if (closing !== undefined) {
    const inner = skipSpaces(view, spaced + 1);
    const word = view.points[inner] === DOT ? inner + 1 : dotWordEnd(view, inner);
    if (word === undefined) return undefined;
    const end = skipSpaces(view, word);
    if (view.points[end] !== closing) return undefined;
    return beginsLabel(view, skipSpaces(view, end + 1), false);
  }
  if (spaced === at) return undefined;
  const word = view.points[spaced] === DOT ? spaced + 1 : dotWordEnd(view, spaced);
  return word !== undefined && view.points[word] === SPACE
    ? beginsLabel(view, skipSpaces(view, word), true)
    : undefined;
}

const beginsLabel = (view: TextView, at: number, spoken: boolean): Joint | undefined =>
  at < view.length && isWordCharacter(view.points[at]!) ? { to: at, spelled: true, spoken } : undefined;

function skipSpaces(view: TextView, at: number): number {
  let to = at;
  while (to < at + 2 && view.points[to] === SPACE && to < view.length) to += 1;
  return to;
}

function dotWordEnd(view: TextView, at: number): number | undefined {
  if (at >= view.length || classOf(view.points[at]!) !== LETTER) return undefined;
  const first = view.points[at];
  for (const word of DOT_WORDS) {
    if (word.charCodeAt(0) !== first) continue;
    if (at + word.length > view.length || view.slice(at, at + word.length) !== word) continue;
    if (!isWordCharacter(view.points[at + word.length] ?? -1)) return at + word.length;
  }
  return undefined;
}

/** "http", "hxxps" … when the label at `at` follows "://", else ''. */
function schemeBefore(view: TextView, at: number): string {
  if (at < 5 || view.points[at - 1] !== SLASH || view.points[at - 2] !== SLASH) return '';
  const colon = view.points[at - 3] === COLON ? at - 3 : -1;
  if (colon < 1) return '';
  let from = colon;
  while (from > 0 && colon - from < 6 && isWordCharacter(view.points[from - 1]!)) from -= 1;
  return view.slice(from, colon);
}

function toLink(
  view: TextView,
  from: number,
  chain: Chain,
  userInfo: string | undefined,
  hosts: Map<string, Host | undefined>,
): FoundLink | undefined {
  const scheme = schemeBefore(view, from);
  // A name with a dot within a path ("/index.html") belongs to the link before it.
  if (scheme === '' && from > 0 && view.points[from - 1] === SLASH && view.points[from - 2] !== SLASH)
    return undefined;
  if (!hosts.has(chain.text)) hosts.set(chain.text, readHost(chain.text));
  const host = hosts.get(chain.text);
  if (host === undefined) return undefined;
  const followed = view.length > chain.to && view.points[chain.to] === SLASH;
  const explicit = scheme !== '' || followed || chain.text.startsWith('www.');
  if (!explicit && !readsAsLink(host, chain)) return undefined;
  const disguised = host.disguised || chain.spelled || userInfo !== undefined || scheme.startsWith('hx');
  return { host, explicit, disguised, userInfo, from, to: chain.to };
}

function readsAsLink(host: Host, chain: Chain): boolean {
  if (host.suffix === '') return false;
  if (COMMON_ENDINGS.has(host.suffix) || chain.labels > 2)
    return /\p{L}/u.test(host.label) || chain.labels > 2;
  return /\d|-/.test(host.label) && /\p{L}{2}/u.test(host.label);
}
