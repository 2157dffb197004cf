import type { Problem, ProblemCode } from '@coinwarden/contracts';

/** The service refused: `code` says why, `problem.errors` points at the fields. Nothing was done. */
export class CoinwardenError extends Error {
  override readonly name = 'CoinwardenError';

  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(`${problem.code}: ${problem.detail ?? problem.title}`);
  }

  get code(): ProblemCode {
    return this.problem.code as ProblemCode;
  }

  /** What to name to the operator, who finds the request in the log by it. */
  get requestId(): string {
    return this.problem.requestId;
  }
}

/**
 * No answer came, or none that the service gives. Whether the request was carried out is not known: ask again with the
 * same idempotency key.
 */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}
