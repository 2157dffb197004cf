import { PROBLEMS, type ProblemCode } from '@coinwarden/contracts';

export interface FieldError {
  /** RFC 6901 JSON pointer into the body, or `/query/…` and `/params/…` for the address. */
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal the caller is told about: thrown anywhere below a controller, written as RFC 9457 by the problem filter. */
export class ProblemError extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    detail?: string,
    readonly errors: readonly FieldError[] = [],
    /** Extra response headers, such as `Retry-After`. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail ?? PROBLEMS[code].title);
    this.status = PROBLEMS[code].status;
  }
}
