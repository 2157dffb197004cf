import type { Permission } from './permissions.js';

/**
 * Personal details are shown in clear only to roles that work with them. A masked value keeps just enough to tell two
 * apart in a conversation, and masking twice changes nothing.
 */
export const PERSONAL_DETAILS = [
  'email',
  'ip',
  'device',
  'paymentInstrument',
  'paymentReference',
  'payoutDestination',
] as const;
export type PersonalDetail = (typeof PERSONAL_DETAILS)[number];

/** What a caller needs to see each detail in clear. */
export const CLEAR_WITH = {
  email: 'pii.email',
  ip: 'pii.network',
  device: 'pii.network',
  paymentInstrument: 'pii.payment',
  paymentReference: 'pii.payment',
  payoutDestination: 'pii.payment',
} as const satisfies Record<PersonalDetail, Permission>;

const HIDDEN = '•••';
const letters = (value: string) => [...value];

/** `ada@example.com` → `a•••@example.com`. */
const maskEmail = (value: string) => {
  const at = value.lastIndexOf('@');
  return at < 1 ? HIDDEN : `${letters(value)[0]}${HIDDEN}${value.slice(at)}`;
};

/** `203.0.113.7` → `203.0.•••`, `2001:db8::1` → `2001:db8:•••`: the network, not the host. */
const maskIp = (value: string) => {
  const separator = value.includes(':') ? ':' : '.';
  const parts = value.split(separator);
  return parts.length < 3 ? HIDDEN : [...parts.slice(0, 2), HIDDEN].join(separator);
};

/** The last four characters, and only when more than as many stay hidden. */
const maskTail = (value: string) => {
  if (value.startsWith(HIDDEN)) return value;
  const all = letters(value);
  return all.length > 8 ? HIDDEN + all.slice(-4).join('') : HIDDEN;
};

const MASKS: Record<PersonalDetail, (value: string) => string> = {
  email: maskEmail,
  ip: maskIp,
  device: maskTail,
  paymentInstrument: maskTail,
  paymentReference: maskTail,
  payoutDestination: (value) => (value.includes('@') ? maskEmail(value) : maskTail(value)),
};

export const seesInClear = (permissions: ReadonlySet<Permission>, detail: PersonalDetail): boolean =>
  permissions.has(CLEAR_WITH[detail]);

/** The detail as it is shown before somebody reveals it, whoever looks. */
export const hidden = (detail: PersonalDetail, value: string): string => MASKS[detail](value);

/** The detail as the holder of `permissions` may see it; null and undefined pass through. */
export function masked<T extends string | null | undefined>(
  permissions: ReadonlySet<Permission>,
  detail: PersonalDetail,
  value: T,
): T | string {
  if (value === null || value === undefined) return value;
  return seesInClear(permissions, detail) ? value : MASKS[detail](value);
}
