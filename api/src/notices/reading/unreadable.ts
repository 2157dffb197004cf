import {
  type NoticeFact,
  type NoticeIrrelevance,
  type NoticeReason,
  type NoticeReasonCode,
  type NoticeReasonValues,
  noticeReason,
} from '@coinwarden/domain';
import type { z } from 'zod';

/** A verified notice in a form that is not understood: kept as a dead letter with this reason, for a person. */
export class Unreadable extends Error {
  readonly reason: NoticeReason;

  constructor(code: NoticeReasonCode, values: NoticeReasonValues = {}) {
    const reason = noticeReason(code, values);
    super(reason.message);
    this.reason = reason;
  }
}

export function shaped<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const detail = `${what}: ${issue?.path.join('.') || 'value'}: ${issue?.message ?? 'is not valid'}`;
  throw new Unreadable('malformed', { detail });
}

type About = Extract<NoticeFact, { readonly reference: string }>;

/** A fact under the first of the payment's names. */
export function about<F extends About>(
  references: readonly (string | null | undefined)[],
  fact: (reference: string) => F,
): { readonly fact: F; readonly references: readonly string[] } {
  const names = [...new Set(references.filter((name): name is string => Boolean(name)))];
  const [reference] = names;
  if (reference === undefined) throw new Unreadable('no_payment');
  return { fact: fact(reference), references: names };
}

export const irrelevant = (why: NoticeIrrelevance) => unknownHere(why);

/** Nothing here concerns itself with what its provider calls so. */
export const unknownHere = (kind: string) => ({
  fact: { type: 'irrelevant', what: kind } as const,
  references: [],
});
