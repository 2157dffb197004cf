import { decideStaffAction, type Role, type StaffAction, type StaffSubject } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Sessions } from '../../platform/access/sessions.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { hashPassword, newOneTimePassword } from '../passwords.js';
import { lockActiveAdmins, lockStaff, removeTotp, writePassword } from '../persistence/staff.store.js';
import { ONE_TIME_PASSWORD_MS } from './create-staff.js';

export interface StaffActionInput {
  readonly actor: StaffActor;
  readonly staffId: string;
  readonly action: StaffAction;
  readonly role?: Role | undefined;
  readonly reason?: string | undefined;
}

/** Only a password reset leaves its person signed in nowhere and with a new password to hand over. */
@Injectable()
export class ActOnStaff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the one-time password of a reset, else null. Refusals as in `decideStaffAction`. */
  async run(input: StaffActionInput): Promise<{ oneTimePassword: string | null }> {
    const password = input.action === 'reset_password' ? newOneTimePassword() : null;
    const passwordHash = password === null ? null : await hashPassword(password);
    await this.uow.run(async (tx) => {
      const activeAdmins = await lockActiveAdmins(tx);
      const row = await lockStaff(tx, input.staffId);
      if (!row) throw new ProblemError('record.unknown');
      const subject: StaffSubject = { id: row.staff_id, role: row.role, status: row.status };
      const decided = decideStaffAction({ ...input, subject, activeAdmins: activeAdmins.length });
      if (!decided.ok) throw refusalOf(decided.failure.code);
      await this.apply(tx, input.action, decided.value, passwordHash);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: input.actor.id },
        action: `staff.${input.action}`,
        subject: { type: 'staff', id: row.staff_id },
        reason: input.reason ?? null,
        details: input.action === 'change_role' ? { from: subject.role, to: decided.value.role } : {},
      });
    });
    return { oneTimePassword: password };
  }

  /** Every action but enabling ends the person's sessions: what they held before must not outlive it. */
  private async apply(
    tx: Tx,
    action: StaffAction,
    next: StaffSubject,
    passwordHash: string | null,
  ): Promise<void> {
    await tx.query('UPDATE staff SET role = $2, status = $3 WHERE staff_id = $1', [
      next.id,
      next.role,
      next.status,
    ]);
    if (passwordHash !== null) {
      const oneTimeUntil = new Date(this.clock.now() + ONE_TIME_PASSWORD_MS);
      await writePassword(tx, next.id, { hash: passwordHash, oneTimeUntil });
    }
    if (action === 'reset_totp') await removeTotp(tx, next.id);
    await this.sessions.closeAll(tx, next.id);
  }
}

const DETAILS = {
  'auth.forbidden': 'Nobody can hand out permissions they do not have.',
  'staff.own_account': 'Ask another administrator; for your own password and code use your profile.',
  'action.not_allowed': undefined,
  'request.invalid': undefined,
  'staff.last_admin': 'Make somebody else an administrator first.',
} as const;

const refusalOf = (code: keyof typeof DETAILS) =>
  new ProblemError(
    code,
    DETAILS[code],
    code === 'request.invalid' ? [{ pointer: '/role', detail: 'is required' }] : [],
  );
