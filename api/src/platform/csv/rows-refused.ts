import type { ProblemCode } from '@coinwarden/contracts';
import { ProblemError } from '../http/problem-error.js';

/** A row of an upload that something is wrong with. */
export interface RowError {
  /** On which it begins; the header is line 1. */
  readonly line: number;
  readonly value: string;
  readonly detail: string;
}

const NAMED = 100;

/** An upload that is refused because of some of its rows: the first hundred are named. */
export const rowsRefused = (code: ProblemCode, detail: string, rows: readonly RowError[]): ProblemError =>
  new ProblemError(
    code,
    detail,
    rows.slice(0, NAMED).map((row) => ({
      pointer: '/text',
      detail: `line ${row.line}, “${row.value}”: ${row.detail}`,
    })),
  );
