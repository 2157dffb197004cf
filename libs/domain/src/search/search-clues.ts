/**
 * What somebody who pastes or types something into the search may mean by it. The same text can mean several things, so
 * every reading is kept and each kind of record looks for the ones it knows; `meaning` is the one that leaves no doubt.
 * Reading never throws, and what was read reads the same again.
 */
import { readHost } from '../content/links/host.js';
import { formatAddress, parseAddress } from '../lists/ip-address.js';

export const SEARCH_MEANINGS = [
  'record_id',
  'decision_id',
  'stripe_payment',
  'stripe_charge',
  'stripe_refund',
  'stripe_dispute',
  'google_order',
  'apple_transaction',
  'email',
  'ip',
  'domain',
] as const;
export type SearchMeaning = (typeof SEARCH_MEANINGS)[number];

export interface SearchClues {
  /** Without what was pasted along: spaces, quotes, brackets, the rest of an address of the console. */
  readonly text: string;
  readonly meaning: SearchMeaning | null;
  /** The id of a record of ours, wherever in the text it stands. */
  readonly uuid: string | null;
  /** Anything without a space may be what a provider calls a payment, or a platform calls a device. */
  readonly reference: string | null;
  readonly email: string | null;
  readonly ip: string | null;
  /** The host as written and the domain that somebody registered, the latter first. */
  readonly domains: readonly string[];
  /** `12`, `#12` or `v12`. */
  readonly version: number | null;
}

export const MAX_SEARCH_CHARS = 200;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const BARE_UUID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;
/** What cannot be seen, cannot be meant; nor can half of a character. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;
const WRAPPING = /^[\s"'`<([{„“‘«]+|[\s"'`>)\]},;:!?.”’»]+$/gu;
const CONSOLE_LINK = /^https?:\/\/[^\s#]+#\/[\w-]+\/([^/?#\s]+)/i;
const MAIL = /^(?:mailto:)?([^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+)$/i;
const NAMED_MAIL = /<([^\s@<>]+@[^\s@<>]+)>?$/;
const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;

/** How payment providers write what they name: prefixes of Stripe's objects, order numbers of Google Play and Apple. */
const PROVIDERS: readonly (readonly [SearchMeaning, RegExp])[] = [
  ['stripe_payment', /^pi_\w+$/],
  ['stripe_charge', /^(ch|py)_\w+$/],
  ['stripe_refund', /^(re|pyr)_\w+$/],
  ['stripe_dispute', /^(dp|du)_\w+$/],
  ['google_order', /^GPA\.\d{4}-\d{4}-\d{4}-\d{5}(\.\.\d+)?$/],
  ['apple_transaction', /^\d{15,18}$/],
];

/** Null when nothing is left to look for. */
export function searchClues(raw: string): SearchClues | null {
  const text = textOf(raw);
  if (text === '') return null;
  const uuid = uuidIn(text);
  const reference = text.includes(' ') ? null : text.replace(/^gpa\./i, 'GPA.');
  const email = emailIn(text);
  const ip = email === null ? ipIn(text) : null;
  const domains = email === null && ip === null ? domainsIn(text) : [];
  return {
    text,
    uuid,
    reference,
    email,
    ip,
    domains,
    version: versionIn(text),
    meaning: meaningOf({ text, uuid, reference, email, ip, domains }),
  };
}

function textOf(raw: string): string {
  const plain = seen(raw.slice(0, 10 * MAX_SEARCH_CHARS));
  const [, linked] = CONSOLE_LINK.exec(plain) ?? [];
  if (linked !== undefined) return textOf(decoded(linked));
  return cut(unwrapped(NAMED_MAIL.exec(plain)?.[1] ?? plain));
}

const seen = (text: string): string => text.replace(/\s+/g, ' ').replace(UNSEEN, '').trim();

/** A bracket inside a bracket is taken off too; what only consists of them is nothing. */
function unwrapped(text: string): string {
  const bare = text.replace(WRAPPING, '');
  return bare === text ? text : unwrapped(bare);
}

const cut = (text: string): string =>
  text.length <= MAX_SEARCH_CHARS ? text : unwrapped(text.slice(0, MAX_SEARCH_CHARS).replace(/\p{Cs}$/u, ''));

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function uuidIn(text: string): string | null {
  const [found] = UUID.exec(text) ?? [];
  if (found) return found.toLowerCase();
  const parts = BARE_UUID.exec(text)?.slice(1);
  return parts ? parts.join('-').toLowerCase() : null;
}

const emailIn = (text: string): string | null => MAIL.exec(text)?.[1]?.toLowerCase() ?? null;

/** Also with a port, as logs write it. */
function ipIn(text: string): string | null {
  const [, bracketed] = /^\[?([0-9a-f:.]+)\]:\d{1,5}$/i.exec(text) ?? [];
  const [, dotted] = /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(text) ?? [];
  const address = parseAddress(bracketed ?? dotted ?? text);
  return address === null ? null : formatAddress(address);
}

function domainsIn(text: string): string[] {
  if (text.includes(' ') || !text.includes('.')) return [];
  const [authority = ''] = text.replace(SCHEME, '').split(/[/?#\\]/, 1);
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .replace(/\.$/, '')
    .toLowerCase();
  const read = host === '' ? undefined : readHost(host);
  if (read === undefined || read.suffix === '') return [];
  return [...new Set([read.domain, read.ascii])];
}

function versionIn(text: string): number | null {
  const [, digits] = /^(?:#|v)?(\d{1,9})$/i.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

type Read = Pick<SearchClues, 'text' | 'uuid' | 'reference' | 'email' | 'ip' | 'domains'>;

function meaningOf({ text, uuid, reference, email, ip, domains }: Read): SearchMeaning | null {
  const byProvider = reference === null ? undefined : PROVIDERS.find(([, shape]) => shape.test(reference));
  if (byProvider) return byProvider[0];
  if (email !== null) return 'email';
  if (ip !== null) return 'ip';
  if (uuid !== null) return /\bdec_/.test(text) ? 'decision_id' : 'record_id';
  return domains.length > 0 ? 'domain' : null;
}
