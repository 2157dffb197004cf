/**
 * Allow, block and watch lists: values that staff have judged once. A value belongs to a type; an entry counts until it
 * expires. A list decides nothing by itself: rules see which types matched.
 */
import type { Instant } from '../kernel/time.js';

export const LIST_NAMES = ['allow', 'block', 'watch'] as const;
export type ListName = (typeof LIST_NAMES)[number];

export const LIST_VALUE_TYPES = [
  'account',
  'device',
  'instrument',
  'ip',
  'email_domain',
  'card_country',
  'payout',
] as const;
export type ListValueType = (typeof LIST_VALUE_TYPES)[number];

export interface ListEntry {
  readonly list: ListName;
  readonly type: ListValueType;
  readonly value: string;
  readonly expiresAt: Instant | null;
}

/** The values of one transaction that lists may hold. */
export type ListSubjects = { readonly [T in ListValueType]?: string | undefined };

/** The form in which a value is stored and compared: what differs only in letter case is the same thing. */
export function normalizeListValue(type: ListValueType, value: string): string {
  switch (type) {
    case 'ip':
    case 'email_domain':
      return value.trim().toLowerCase();
    case 'card_country':
      return value.trim().toUpperCase();
    default:
      return value;
  }
}

/** All entries, found by type and value at the cost of one look-up per type in use. */
export class ListIndex {
  readonly #byType = new Map<ListValueType, Map<string, ListEntry[]>>();

  constructor(entries: readonly ListEntry[] = []) {
    for (const type of LIST_VALUE_TYPES) {
      const values = new Map<string, ListEntry[]>();
      for (const entry of entries) {
        if (entry.type !== type) continue;
        const value = normalizeListValue(type, entry.value);
        values.set(value, [...(values.get(value) ?? []), entry]);
      }
      if (values.size > 0) this.#byType.set(type, values);
    }
  }

  /** The types by which a transaction stands on a list at `at`, in the order of `LIST_VALUE_TYPES`. */
  matches(list: ListName, subjects: ListSubjects, at: Instant): readonly ListValueType[] {
    if (this.#byType.size === 0) return NONE;
    const matched: ListValueType[] = [];
    for (const [type, values] of this.#byType) {
      const value = subjects[type];
      if (value === undefined) continue;
      const found = values.get(normalizeListValue(type, value));
      if (found?.some((e) => e.list === list && (e.expiresAt === null || e.expiresAt > at)))
        matched.push(type);
    }
    return matched;
  }
}

const NONE: readonly ListValueType[] = [];
