import { parse } from 'tldts';
import { latinOf } from '../folding/fold-character.js';
import { decodeHost } from './punycode.js';

/** A host that can be visited: its ASCII form, what it reads as, and the domain that somebody registered. */
export interface Host {
  /** ASCII ("xn--…" for other scripts), without a leading "www.". */
  readonly ascii: string;
  readonly unicode: string;
  /** The part that somebody registered, down to a free host's customer ("name.pages.dev"); the address of an IP host. */
  readonly domain: string;
  /** The registered label alone: "name" of "name.pages.dev". */
  readonly label: string;
  readonly suffix: string;
  /** The host only reads as a link after letters of another script are taken for Latin ones. */
  readonly disguised: boolean;
}

const MAX_HOST = 253;
const OPTIONS = { allowPrivateDomains: true, extractHostname: false } as const;

/** The host a run of labels names, or undefined when nobody could visit it. */
export function readHost(text: string): Host | undefined {
  if (text.length > MAX_HOST) return undefined;
  return resolve(text, false) ?? (isAscii(text) ? undefined : resolve(latinText(text), true));
}

const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 127) return false;
  return true;
};

const latinText = (text: string): string =>
  Array.from(text, (c) => String.fromCodePoint(latinOf(c.codePointAt(0)!))).join('');

function resolve(text: string, disguised: boolean): Host | undefined {
  const ascii = toAscii(text);
  if (ascii === undefined) return undefined;
  const parsed = parse(ascii, OPTIONS);
  if (parsed.isIp === true) {
    return { ascii, unicode: ascii, domain: ascii, label: ascii, suffix: '', disguised };
  }
  if (parsed.domain === null || parsed.publicSuffix === null) return undefined;
  if (parsed.isIcann !== true && parsed.isPrivate !== true) return undefined;
  return {
    ascii,
    unicode: decodeHost(ascii),
    domain: parsed.domain,
    label: decodeHost(parsed.domainWithoutSuffix ?? ''),
    suffix: parsed.publicSuffix,
    disguised,
  };
}

function toAscii(text: string): string | undefined {
  const host = text.startsWith('www.') ? text.slice(4) : text;
  if (isAscii(host)) return host;
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return undefined;
  }
}
