import type { ListValueProblem } from '@coinwarden/domain';

/** What is wrong with a value that was to go on a list. */
export const LIST_VALUE_PROBLEM_TEXT: Record<ListValueProblem, string> = {
  empty: 'must not be empty',
  too_long: 'must not be longer than 300 characters',
  unprintable: 'must not contain control characters',
  not_an_instrument: 'must be <provider>:<instrument>, as in stripe:card_1Nv0',
  not_an_address: 'must be an IPv4 or IPv6 address',
  not_a_network: 'must be a network in CIDR form, as in 203.0.113.0/24 or 2001:db8::/32',
  host_bits: 'must be the first address of its network; for one address use the type ip',
  too_wide: 'must not be wider than /8 (IPv4) or /16 (IPv6)',
  not_a_domain: 'must be a domain name such as example.com',
  public_suffix: 'must be the domain of somebody, not a public suffix such as co.uk',
  too_short_phrase: 'must have at least four letters or digits',
  not_a_country: 'must be an ISO 3166-1 alpha-2 country code',
  not_a_payout: 'must be <method>:<destination>, as in paypal:name@example.com',
};
