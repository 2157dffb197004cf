/**
 * What a value of each type looks like, and the one form in which it is stored and compared: two spellings of the same
 * thing are one value, so that nobody slips past a list by writing it differently. Checking a checked value changes
 * nothing.
 */
import { parse as parseHost } from 'tldts';
import { foldedString } from '../content/folding/fold-text.js';
import { normalizeDomain } from '../content/normalize-domain.js';
import { formatAddress, formatNetwork, parseAddress, parseNetwork } from './ip-address.js';
import type { ListValueType } from './list-entry.js';

export const LIST_VALUE_PROBLEMS = [
  'empty',
  'too_long',
  'unprintable',
  'not_an_instrument',
  'not_an_address',
  'not_a_network',
  'host_bits',
  'too_wide',
  'not_a_domain',
  'public_suffix',
  'too_short_phrase',
  'not_a_country',
  'not_a_payout',
] as const;
export type ListValueProblem = (typeof LIST_VALUE_PROBLEMS)[number];

export type CheckedListValue = { readonly value: string } | { readonly problem: ListValueProblem };

export const MAX_LIST_VALUE_CHARS = 300;
/** Wider networks hold so many people that listing one is a slip of the pen. */
export const WIDEST_NETWORK = { 32: 8, 128: 16 } as const;
/** Shorter phrases stand in every other text. */
const SHORTEST_PHRASE = 4;

const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** The form in which `raw` goes on a list, or what is wrong with it. */
export function checkListValue(type: ListValueType, raw: string): CheckedListValue {
  const text = raw.trim();
  if (text === '') return { problem: 'empty' };
  if (text.length > MAX_LIST_VALUE_CHARS) return { problem: 'too_long' };
  if (UNPRINTABLE.test(text)) return { problem: 'unprintable' };
  const checked = CHECKS[type](text);
  return typeof checked === 'string' ? { value: checked } : checked;
}

type Check = (text: string) => string | { readonly problem: ListValueProblem };

const CHECKS: Record<ListValueType, Check> = {
  account: (text) => text,
  device: (text) => text,
  instrument: (text) => (PREFIXED.test(text) ? foldInstrument(text) : { problem: 'not_an_instrument' }),
  ip: (text) => {
    const address = parseAddress(text);
    return address ? formatAddress(address) : { problem: 'not_an_address' };
  },
  network: checkNetwork,
  email_domain: (text) => checkDomain(text.replace(/^@/, ''), false),
  web_domain: (text) => checkDomain(hostIn(text), true),
  phrase: checkPhrase,
  card_country: (text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : { problem: 'not_a_country' }),
  payout: (text) => (PREFIXED.test(text) ? foldPayout(text) : { problem: 'not_a_payout' }),
};

/** `<provider>:<instrument>` and `<method>:<destination>`. */
const PREFIXED = /^[a-z]+:\s*\S/i;

/** The provider's ids are opaque: only its own name has no case. */
const foldInstrument = (text: string): string => {
  const colon = text.indexOf(':');
  return `${text.slice(0, colon).toLowerCase()}:${text.slice(colon + 1).trim()}`;
};

/** A payout destination as it is compared: an e-mail address, a phone number and an account number have many spellings. */
export function foldPayout(text: string): string {
  const colon = text.indexOf(':');
  const destination = text.slice(colon + 1).trim();
  return `${text.slice(0, colon).toLowerCase()}:${foldDestination(destination)}`;
}

function foldDestination(destination: string): string {
  const at = destination.lastIndexOf('@');
  if (at > 0) return foldMailbox(destination.slice(0, at), destination.slice(at + 1));
  return destination.replace(/[\s().\-/]/g, '').toLowerCase();
}

/** Mail to `name+anything` reaches `name`, and dots in a Gmail name are not read. */
function foldMailbox(name: string, domain: string): string {
  const host = foldEmailDomain(domain.trim());
  const small = name.trim().toLowerCase();
  const plus = small.indexOf('+');
  const box = plus > 0 ? small.slice(0, plus) : small;
  const gmail = host === 'gmail.com' || host === 'googlemail.com';
  return gmail ? `${box.replaceAll('.', '') || box}@gmail.com` : `${box}@${host}`;
}

const PLAIN_DOMAIN = /^[a-z0-9.-]+$/;

/** The domain behind the `@` as it is compared: small letters, ASCII. */
export function foldEmailDomain(domain: string): string {
  const small = domain.toLowerCase();
  return PLAIN_DOMAIN.test(small) && !small.endsWith('.') ? small : normalizeDomain(small);
}

function checkNetwork(text: string): string | { problem: ListValueProblem } {
  const network = parseNetwork(text);
  if (!network) return { problem: 'not_a_network' };
  if (network.length < WIDEST_NETWORK[network.bits]) return { problem: 'too_wide' };
  // Whoever writes 203.0.113.7/24 may mean the one address: better asked than guessed.
  if (parseAddress(text.split('/')[0]!)?.value !== network.value) return { problem: 'host_bits' };
  return formatNetwork(network);
}

/** The host in what people paste for a site: a link, with or without its scheme, or the bare name. */
const hostIn = (text: string): string =>
  text
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/, '')
    .replace(/:\d{1,5}$/, '');

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

function checkDomain(text: string, web: boolean): string | { problem: ListValueProblem } {
  if (/[\s@/\\?#%:[\]]/.test(text)) return { problem: 'not_a_domain' };
  // A www in front is the same site, but another mail domain.
  const host = web ? normalizeDomain(text) : foldEmailDomain(text);
  if (!DOMAIN.test(host)) return { problem: 'not_a_domain' };
  return parseHost(host).domain === null ? { problem: 'public_suffix' } : host;
}

/** What the eye reads of a phrase; folding it again changes nothing, so that texts are searched for the same words. */
function checkPhrase(text: string): string | { problem: ListValueProblem } {
  const folded = foldedString(text).trim();
  const letters = folded.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters < SHORTEST_PHRASE ? { problem: 'too_short_phrase' } : folded;
}
