/**
 * IP addresses and networks as numbers, so that one spelling is like the other: `2001:DB8::7` is `2001:db8:0::7`, and an
 * IPv4 address written as IPv6 is the IPv4 address. Reading never throws; what is no address is null.
 */
export interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** All addresses that share their first `length` bits; `value` holds those bits, the rest is zero. */
export interface IpNetwork extends IpAddress {
  readonly length: number;
}

export function parseAddress(text: string): IpAddress | null {
  if (text.length > 45) return null;
  if (!text.includes(':')) {
    const value = parseIpv4(text);
    return value === null ? null : { bits: 32, value };
  }
  const value = parseIpv6(text);
  if (value === null) return null;
  return value >> 32n === MAPPED_IPV4 ? { bits: 32, value: value & 0xffff_ffffn } : { bits: 128, value };
}

/** `::ffff:0:0/96` holds the IPv4 addresses. */
const MAPPED_IPV4 = 0xffffn;

const DOT = 0x2e;
const COLON = 0x3a;
const ZERO = 0x30;

const parseIpv4 = (text: string): bigint | null => {
  const value = readIpv4(text, 0);
  return value === null ? null : BigInt(value);
};

/** Read by character, because every decision reads one. A leading zero means octal to some and decimal to others. */
function readIpv4(text: string, from: number): number | null {
  let value = 0;
  let part = -1;
  let parts = 0;
  for (let i = from; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : DOT;
    if (code === DOT) {
      if (part < 0 || ++parts > 4) return null;
      value = value * 256 + part;
      part = -1;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9 || part === 0) return null;
    part = part < 0 ? digit : part * 10 + digit;
    if (part > 255) return null;
  }
  return parts === 4 ? value : null;
}

function parseIpv6(text: string): bigint | null {
  const groups: number[] = [];
  let gap = -1;
  let at = 0;
  if (text.startsWith('::')) {
    gap = 0;
    at = 2;
  }
  while (at < text.length) {
    const start = at;
    let group = 0;
    for (let digit = hexAt(text, at); digit >= 0; digit = hexAt(text, ++at)) group = group * 16 + digit;
    if (at < text.length && text.charCodeAt(at) === DOT) {
      const tail = readIpv4(text, start);
      if (tail === null) return null;
      groups.push(Math.floor(tail / 65_536), tail % 65_536);
      break;
    }
    if (at === start || at - start > 4 || groups.push(group) > 8) return null;
    if (at === text.length) break;
    if (text.charCodeAt(at) !== COLON || ++at === text.length) return null;
    if (text.charCodeAt(at) !== COLON) continue;
    if (gap >= 0) return null;
    gap = groups.length;
    at++;
  }
  return joined(groups, gap);
}

function hexAt(text: string, at: number): number {
  const code = text.charCodeAt(at) | 0x20;
  if (code >= 0x61 && code <= 0x66) return code - 0x57;
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** Eight groups as one number; `::` at `gap` stands for those that are missing, one at least. */
function joined(groups: readonly number[], gap: number): bigint | null {
  const missing = 8 - groups.length;
  if (gap < 0 ? missing !== 0 : missing < 1) return null;
  const words = [0, 0, 0, 0];
  groups.forEach((group, i) => {
    const place = gap >= 0 && i >= gap ? i + missing : i;
    words[place >> 1] = words[place >> 1]! + (place % 2 === 0 ? group * 65_536 : group);
  });
  return words.reduce((value, word) => (value << 32n) | BigInt(word), 0n);
}

/** The one way an address is written here (for IPv6 that of RFC 5952). */
export function formatAddress({ bits, value }: IpAddress): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 0xffffn));
  const run = longestZeroRun(groups);
  const hex = (from: number, to: number) =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  return run.length < 2 ? hex(0, 8) : `${hex(0, run.start)}::${hex(run.start + run.length, 8)}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}

/** Reads `203.0.113.0/24` or `2001:db8::/32`; bits behind the prefix are kept out of `value`. */
export function parseNetwork(text: string): IpNetwork | null {
  const [written, prefix, ...more] = text.split('/');
  const address = parseAddress(written ?? '');
  if (!address || prefix === undefined || more.length > 0 || !/^\d{1,3}$/.test(prefix)) return null;
  const mapped = address.bits === 32 && written!.includes(':') ? 96 : 0;
  const length = Number(prefix) - mapped;
  if (length < 0 || length > address.bits) return null;
  const rest = BigInt(address.bits - length);
  return { bits: address.bits, value: (address.value >> rest) << rest, length };
}

export const formatNetwork = (network: IpNetwork): string => `${formatAddress(network)}/${network.length}`;
