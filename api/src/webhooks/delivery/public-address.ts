import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A receiver's name led to an address that is not on the public internet. */
export class PrivateAddressError extends Error {
  readonly code = 'private_address';
}

/**
 * Whether an address is globally reachable unicast. Loopback, private, link-local (cloud metadata lives there),
 * carrier-grade NAT, multicast, reserved and documentation ranges are not; an IPv4 address inside an IPv6 one counts as
 * itself, and tunnels that could lead to one (6to4, Teredo, NAT64) are refused.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * A host name resolved for a connection, refused when any of its addresses is not public. The connection is made to
 * exactly the addresses checked here, so a name that changes its answer between check and use gains nothing.
 */
export const publicLookup =
  (resolve: typeof lookup = lookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const [first] = found;
      if (!first || !found.every(({ address }) => isPublicAddress(address))) {
        return callback(new PrivateAddressError(`${hostname} is not a public address`), '', 0);
      }
      if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };

/** The host of a URL if it is an address rather than a name: such a host is connected to without any lookup. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(host) ? host : null;
}
