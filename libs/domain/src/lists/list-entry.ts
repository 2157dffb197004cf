/**
 * Allow, block and watch lists: values that staff have judged once. A value belongs to a type; an entry counts until it
 * expires. A list decides nothing by itself: rules see what matched.
 */
import type { Instant } from '../kernel/time.js';

/** In order of precedence: where a value stands on several lists, the first of them decides. */
export const LIST_PRECEDENCE = ['block', 'watch', 'allow'] as const;

export const LIST_NAMES = ['allow', 'block', 'watch'] as const satisfies readonly ListName[];
export type ListName = (typeof LIST_PRECEDENCE)[number];

export const LIST_VALUE_TYPES = [
  'account',
  'device',
  'instrument',
  'ip',
  'network',
  'email_domain',
  'web_domain',
  'phrase',
  'card_country',
  'payout',
] as const;
export type ListValueType = (typeof LIST_VALUE_TYPES)[number];

export interface ListEntry {
  readonly entryId: string;
  readonly list: ListName;
  readonly type: ListValueType;
  /** In the form of `checkListValue`. */
  readonly value: string;
  readonly expiresAt: Instant | null;
}

/** Whether an entry has any effect at `at`: one that expires stops at that very moment. */
export const isInForce = ({ expiresAt }: Pick<ListEntry, 'expiresAt'>, at: Instant): boolean =>
  expiresAt === null || expiresAt > at;

/** The list that decides for a value that stands on all of these. */
export const decidingList = (lists: readonly ListName[]): ListName | null =>
  LIST_PRECEDENCE.find((list) => lists.includes(list)) ?? null;
