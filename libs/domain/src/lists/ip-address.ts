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

function parseIpv4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0;
  for (const part of parts) {
    // A leading zero means octal to some and decimal to others.
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    value = value * 256 + Number(part);
  }
  return BigInt(value);
}

function parseIpv6(text: string): bigint | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half) => (half === '' ? [] : groupsOf(half)));
  if (!head || tail === null) return null;
  if (tail === undefined) return head.length === 8 ? joined(head) : null;
  const missing = 8 - head.length - tail.length;
  return missing < 1 ? null : joined([...head, ...new Array<number>(missing).fill(0), ...tail]);
}

function groupsOf(half: string): number[] | null {
  const groups: number[] = [];
  const parts = half.split(':');
  for (const [i, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(Number.parseInt(part, 16));
      continue;
    }
    const last = i === parts.length - 1 ? parseIpv4(part) : null;
    if (last === null) return null;
    groups.push(Number(last >> 16n), Number(last & 0xffffn));
  }
  return groups;
}

const joined = (groups: readonly number[]): bigint =>
  groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n);

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
