import type { CaseActionRequest } from '@coinwarden/contracts';
import {
  type CaseAction,
  type CaseRefusal,
  caseReasonRequired,
  type Failure,
  type Lease,
  refuseCaseAction,
} from '@coinwarden/domain';
import type { StaffActor } from '../../platform/access/actor.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import type { CaseActor, CaseRecord } from '../persistence/cases.store.js';

/** Somebody does something to a locked case. */
export interface CaseContext {
  readonly record: CaseRecord;
  readonly body: CaseActionRequest;
  readonly staff: StaffActor;
  readonly actor: CaseActor;
  readonly at: number;
}

export const actorOf = (staff: StaffActor): CaseActor => ({ type: 'staff', id: staff.id, name: staff.name });

/** Who had it last, also when the time is up. */
export const leaseOf = ({ claimedBy, leaseUntil }: CaseRecord): Lease | null =>
  claimedBy === null || leaseUntil === null ? null : { staffId: claimedBy.id, until: leaseUntil };

export const GIVEN_BACK = { claimedBy: null, claimedAt: null, leaseUntil: null } as const;

export const unknownCase = (caseId: string) =>
  new ProblemError('record.unknown', `There is no case ${caseId}.`);

export const conflict = (detail: string) => new ProblemError('record.conflict', detail);

export const invalid = (pointer: string, detail: string) =>
  new ProblemError('request.invalid', undefined, [{ pointer, detail }]);

/**
 * Throws unless this person may do this to this case now, has said why where that is asked for, and has seen it as it is.
 * In this order: auth.forbidden, action.not_allowed, case.claimed, case.second_person, action.reason_required, case.changed.
 */
export function permit(
  action: CaseAction,
  context: Pick<CaseContext, 'record' | 'staff' | 'at'> & {
    readonly appealable?: boolean;
    readonly reason?: string | undefined;
    /** The one that was looked at. */
    readonly revision?: number | undefined;
  },
): void {
  const { record, staff, at, appealable = false, reason, revision } = context;
  const subject = { ...record, lease: leaseOf(record), appealable };
  const refusal = refuseCaseAction(action, { actor: staff, subject, now: at });
  if (refusal !== null) throw refused(action, record, refusal);
  if (caseReasonRequired(action) && reason === undefined)
    throw new ProblemError('action.reason_required', undefined, [
      { pointer: '/reason', detail: 'is required' },
    ]);
  if (revision !== undefined && revision !== record.revision)
    throw new ProblemError('case.changed', `The case is at revision ${record.revision} now.`);
}

function refused(
  action: CaseAction,
  record: CaseRecord,
  { code, params }: Failure<CaseRefusal>,
): ProblemError {
  switch (code) {
    case 'auth.forbidden':
      return new ProblemError(code, `This needs the permission ${params['permission']}.`);
    case 'action.not_allowed':
      return new ProblemError(code, `A case that is ${record.status} is not open to "${action}" by you.`);
    case 'case.claimed':
      return new ProblemError(code, `${record.claimedBy?.name ?? 'Somebody'} is working on this case.`);
    case 'case.second_person':
      return new ProblemError(code, 'You have had a part in this decision; another person judges it.');
  }
}
