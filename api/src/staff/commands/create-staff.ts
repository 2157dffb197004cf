import { mayGrant, type Role, type StaffActing } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditLog, type AuditRecord } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { hashPassword, newOneTimePassword } from '../passwords.js';
import { insertStaff } from '../persistence/staff.store.js';

/** A one-time password that nobody uses stops working after this long. */
export const ONE_TIME_PASSWORD_MS = 7 * 24 * 3_600_000;

export interface NewStaffMember {
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  /** Chosen by whoever runs the installation (a demo); without one a one-time password is made. */
  readonly password?: string;
}

/** `acting` is null for the operator at the command line, who owns the installation. */
export interface StaffAuthor {
  readonly audit: AuditRecord['actor'];
  readonly acting: StaffActing | null;
}

@Injectable()
export class CreateStaff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Refusals: a role that holds more than its giver, an e-mail that is taken. The password is answered once. */
  async run(member: NewStaffMember, author: StaffAuthor): Promise<{ staffId: string; password: string }> {
    const refusal = author.acting && mayGrant(author.acting, member.role);
    if (refusal) throw new ProblemError(refusal.code, 'Nobody can hand out permissions they do not have.');
    const password = member.password ?? newOneTimePassword();
    const now = this.clock.now();
    const staff = {
      staffId: uuidv7(),
      email: member.email.toLowerCase(),
      name: member.displayName,
      role: member.role,
      passwordHash: await hashPassword(password),
      oneTimeUntil: member.password === undefined ? new Date(now + ONE_TIME_PASSWORD_MS) : null,
      createdAt: new Date(now),
    };
    await this.uow.run(async (tx) => {
      if (!(await insertStaff(tx, staff))) {
        throw new ProblemError('record.conflict', 'Somebody with this e-mail is on the staff already.', [
          { pointer: '/email', detail: 'is taken' },
        ]);
      }
      await this.audit.append(tx, {
        actor: author.audit,
        action: 'staff.create',
        subject: { type: 'staff', id: staff.staffId },
        details: { email: staff.email, role: staff.role },
      });
    });
    return { staffId: staff.staffId, password };
  }
}
