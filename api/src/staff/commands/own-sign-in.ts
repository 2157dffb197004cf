import type { RecoveryCodes, TotpEnrolment } from '@coinwarden/contracts';
import { ROLES } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Sessions } from '../../platform/access/sessions.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Lockout } from '../lockout.js';
import { hashPassword, isPassword } from '../passwords.js';
import {
  lockStaff,
  removeTotp,
  type StaffRow,
  takeTotpStep,
  writePassword,
  writeRecoveryCodes,
} from '../persistence/staff.store.js';
import { newRecoveryCodes, newTotpSecret, recoveryCodeHash, totpStep, totpUri } from '../totp.js';

const wrong = (pointer: string, detail: string) =>
  new ProblemError('request.invalid', undefined, [{ pointer, detail }]);

/**
 * What people do to their own sign-in. A stolen session must not become a stolen account, so everything here asks for
 * the password again and counts wrong ones like failed sign-ins; a changed secret ends the person's other sessions.
 */
@Injectable()
export class OwnSignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly lockout: Lockout,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  async signOut(actor: StaffActor): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.sessions.close(tx, actor.sessionId);
      await this.note(tx, actor, 'session.close');
    });
  }

  async changePassword(
    actor: StaffActor,
    ip: string,
    change: { current: string; next: string },
  ): Promise<void> {
    await this.confirmPassword(actor, ip, change.current, '/currentPassword');
    if (change.next.normalize('NFC') === change.current.normalize('NFC')) {
      throw wrong('/newPassword', 'must differ from the current one');
    }
    const hash = await hashPassword(change.next);
    await this.uow.run(async (tx) => {
      await writePassword(tx, actor.id, { hash, oneTimeUntil: null });
      await this.sessions.closeAll(tx, actor.id, actor.sessionId);
      await this.note(tx, actor, 'staff.change_password');
    });
  }

  /** Offers a secret. The present second factor, if there is one, stays in force until the new one is confirmed. */
  async startTotp(actor: StaffActor, ip: string, password: string): Promise<TotpEnrolment> {
    await this.confirmPassword(actor, ip, password, '/password');
    const secret = newTotpSecret();
    await this.uow.run((tx) =>
      tx.query('UPDATE staff SET totp_pending_secret = $2 WHERE staff_id = $1', [actor.id, secret]),
    );
    return { secret, uri: totpUri(secret, actor.email) };
  }

  async confirmTotp(actor: StaffActor, code: string): Promise<RecoveryCodes> {
    return this.uow.run(async (tx) => {
      const staff = await this.self(tx, actor);
      if (staff.totp_pending_secret === null)
        throw new ProblemError('action.not_allowed', 'Start an enrolment first.');
      const step = totpStep(staff.totp_pending_secret, code, this.clock.now());
      if (step === null) throw wrong('/code', 'is not the code your authenticator shows now');
      await tx.query(
        `UPDATE staff SET totp_secret = totp_pending_secret, totp_pending_secret = NULL, totp_last_step = NULL
          WHERE staff_id = $1`,
        [actor.id],
      );
      await takeTotpStep(tx, actor.id, step);
      await this.sessions.closeAll(tx, actor.id, actor.sessionId);
      return this.issueRecoveryCodes(tx, actor, 'staff.enrol_totp');
    });
  }

  async renewRecoveryCodes(actor: StaffActor, ip: string, password: string): Promise<RecoveryCodes> {
    await this.confirmPassword(actor, ip, password, '/password');
    return this.uow.run(async (tx) => {
      const staff = await this.self(tx, actor);
      if (staff.totp_secret === null)
        throw new ProblemError('action.not_allowed', 'Enrol a second factor first.');
      return this.issueRecoveryCodes(tx, actor, 'staff.renew_recovery_codes');
    });
  }

  async removeTotp(actor: StaffActor, ip: string, password: string): Promise<void> {
    if (ROLES[actor.role].requiresTotp && !this.config.demo) {
      throw new ProblemError(
        'action.not_allowed',
        'This role works with a second factor only; it can be replaced.',
      );
    }
    await this.confirmPassword(actor, ip, password, '/password');
    await this.uow.run(async (tx) => {
      await removeTotp(tx, actor.id);
      await this.note(tx, actor, 'staff.remove_totp');
    });
  }

  private async confirmPassword(
    actor: StaffActor,
    ip: string,
    password: string,
    pointer: string,
  ): Promise<void> {
    await this.lockout.begin(actor.email, ip);
    const staff = await this.uow.run((tx) => this.self(tx, actor));
    if (!(await isPassword(staff.password_hash, password))) throw wrong(pointer, 'is not your password');
    await this.lockout.succeed(actor.email, ip);
  }

  private async self(tx: Tx, actor: StaffActor): Promise<StaffRow> {
    const staff = await lockStaff(tx, actor.id);
    if (!staff) throw new ProblemError('session.invalid');
    return staff;
  }

  private async issueRecoveryCodes(tx: Tx, actor: StaffActor, action: string): Promise<RecoveryCodes> {
    const codes = newRecoveryCodes();
    await writeRecoveryCodes(
      tx,
      actor.id,
      codes.map((code) => recoveryCodeHash(actor.id, code)),
    );
    await this.note(tx, actor, action);
    return { recoveryCodes: codes };
  }

  private note(tx: Tx, actor: StaffActor, action: string): Promise<void> {
    return this.audit.append(tx, {
      actor: { type: 'staff', id: actor.id },
      action,
      subject: { type: 'staff', id: actor.id },
      details: { sessionId: actor.sessionId },
    });
  }
}
