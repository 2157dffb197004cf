import { Injectable } from '@nestjs/common';
import { Sessions } from '../../platform/access/sessions.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { hashPassword, newOneTimePassword } from '../passwords.js';
import { findStaffByEmail, removeTotp, writePassword } from '../persistence/staff.store.js';
import { ONE_TIME_PASSWORD_MS } from './create-staff.js';

/** The operator's way back in: at the command line there is no session, and the last administrator may be locked out. */
@Injectable()
export class ResetStaff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** A new one-time password, no second factor, an active status and no session. */
  async run(email: string): Promise<{ password: string }> {
    const password = newOneTimePassword();
    const hash = await hashPassword(password);
    await this.uow.run(async (tx) => {
      const staff = await findStaffByEmail(tx, email.toLowerCase());
      if (!staff) throw new ProblemError('record.unknown', `Nobody on the staff has the e-mail ${email}.`);
      const oneTimeUntil = new Date(this.clock.now() + ONE_TIME_PASSWORD_MS);
      await writePassword(tx, staff.staff_id, { hash, oneTimeUntil });
      await tx.query(`UPDATE staff SET status = 'active' WHERE staff_id = $1`, [staff.staff_id]);
      await removeTotp(tx, staff.staff_id);
      await this.sessions.closeAll(tx, staff.staff_id);
      await this.audit.append(tx, {
        actor: { type: 'system', id: 'command-line' },
        action: 'staff.reset',
        subject: { type: 'staff', id: staff.staff_id },
      });
    });
    return { password };
  }
}
