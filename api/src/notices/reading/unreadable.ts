import type { NoticeFact } from '@coinwarden/domain';
import type { z } from 'zod';

/** A verified notice in a form that is not understood: kept as a dead letter with this reason, for a person. */
export class Unreadable extends Error {}

export function shaped<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Unreadable(`${what}: ${issue?.path.join('.') || 'value'} ${issue?.message ?? 'is not valid'}`);
}

type About = Extract<NoticeFact, { readonly reference: string }>;

/** A fact under the first of the payment's names. */
export function about<F extends About>(
  references: readonly (string | null | undefined)[],
  fact: (reference: string) => F,
): { readonly fact: F; readonly references: readonly string[] } {
  const names = [...new Set(references.filter((name): name is string => Boolean(name)))];
  const [reference] = names;
  if (reference === undefined) throw new Unreadable('it names no payment');
  return { fact: fact(reference), references: names };
}

export const irrelevant = (what: string) => ({ fact: { type: 'irrelevant', what } as const, references: [] });
