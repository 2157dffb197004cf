import type { StaffActor } from '../../platform/access/actor.js';
import type { AuditRecord } from '../../platform/audit/audit-log.js';
import { ProblemError } from '../../platform/http/problem-error.js';

export function assertMayShare({ permissions }: StaffActor): void {
  if (!permissions.has('view.share'))
    throw new ProblemError('auth.forbidden', 'This needs the permission view.share.');
}

/** What others see is on record; what somebody keeps for themselves is theirs. */
export const sharing = (
  actor: StaffActor,
  action: 'view.shared' | 'view.unshared' | 'view.removed',
  view: { viewId: string; resource: string; name: string },
): AuditRecord => ({
  actor: { type: 'staff', id: actor.id },
  action,
  subject: { type: 'saved_view', id: view.viewId },
  details: { resource: view.resource, name: view.name },
});
