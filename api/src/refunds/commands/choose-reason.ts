import {
  findRefundReason,
  type RefundReason,
  type RefundReasons,
  type RequesterKind,
} from '@coinwarden/domain';
import { ProblemError } from '../../platform/http/problem-error.js';

/** The reason as the catalogue has it, for somebody who may give it. Throws `request.invalid`. */
export function chooseReason(
  catalogue: RefundReasons,
  asked: { readonly reason: string; readonly note?: string | undefined; readonly kind: RequesterKind },
): RefundReason {
  const reason = findRefundReason(catalogue, asked.reason);
  if (reason === null || !reason.requesters.includes(asked.kind))
    throw invalid('/reason', 'is not a reason you can give; the catalogue says which are');
  if (reason.noteRequired && !asked.note) throw invalid('/note', 'is required with this reason');
  return reason;
}

const invalid = (pointer: string, detail: string) =>
  new ProblemError('request.invalid', undefined, [{ pointer, detail }]);
