/**
 * An expected refusal as a value: a stable code and the values a person needs to understand it.
 * Exceptions are left for broken invariants.
 */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure<Code> };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = <Code extends string>(
  code: Code,
  params: Record<string, unknown> = {},
): { ok: false; failure: Failure<Code> } => ({ ok: false, failure: { code, params } });
