import type { SignInRequest } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { Sessions } from '../../platform/access/sessions.js';
import { TokenBuckets } from '../../platform/access/token-buckets.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Lockout } from '../lockout.js';
import { isPassword } from '../passwords.js';
import {
  findStaffByEmail,
  type StaffRow,
  takeRecoveryCode,
  takeTotpStep,
} from '../persistence/staff.store.js';
import { recoveryCodeHash, totpStep } from '../totp.js';

/** Hashing is expensive on purpose; one address does not get to buy all of it. */
const ATTEMPTS_PER_ADDRESS = { perSecond: 2, burst: 40 };

/** One sentence for every refusal, so that none tells which part was wrong. */
const refused = () => new ProblemError('session.invalid', 'E-mail, password or code is not right.');

export interface VerifiedStaff {
  readonly staffId: string;
}

@Injectable()
export class SignIn {
  private readonly buckets = new TokenBuckets();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lockout: Lockout,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Who is it? Refusals in order: too many attempts from the address, account or address locked, anything about the
   * e-mail or password (with equal work for an unknown e-mail), the code missing, the code wrong or used before.
   */
  async verify(request: SignInRequest, ip: string): Promise<VerifiedStaff> {
    const waitSeconds = this.buckets.take(ip, ATTEMPTS_PER_ADDRESS, this.clock.now());
    if (waitSeconds > 0) {
      throw new ProblemError('request.rate_limited', undefined, [], { 'Retry-After': String(waitSeconds) });
    }
    await this.lockout.begin(request.email, ip);
    const staff = await findStaffByEmail(this.uow, request.email);
    const passwordFits = await isPassword(staff?.password_hash ?? null, request.password);
    if (!staff || !passwordFits || !this.maySignIn(staff)) return await this.refuse(staff, ip);
    if (staff.totp_secret !== null) {
      if (!request.totp) {
        await this.lockout.pause(request.email, ip);
        throw new ProblemError('session.totp_required', 'Send the code of your authenticator as totp.');
      }
      if (!(await this.takeCode(staff, request.totp))) return await this.refuse(staff, ip);
    }
    await this.lockout.succeed(request.email, ip);
    return { staffId: staff.staff_id };
  }

  async openSession(staffId: string, ip: string): Promise<{ token: string; expiresAt: number }> {
    return this.uow.run(async (tx) => {
      const session = await this.sessions.open(tx, staffId);
      await tx.query('UPDATE staff SET last_sign_in_at = $2 WHERE staff_id = $1', [
        staffId,
        new Date(this.clock.now()),
      ]);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staffId },
        action: 'session.open',
        subject: { type: 'staff', id: staffId },
        details: { sessionId: session.sessionId, ip },
      });
      return session;
    });
  }

  private maySignIn(staff: StaffRow): boolean {
    const expired = staff.one_time_until !== null && staff.one_time_until.getTime() <= this.clock.now();
    return staff.status === 'active' && !expired;
  }

  /** A code of the authenticator, or else a recovery code; each is good once. */
  private takeCode(staff: StaffRow, code: string): Promise<boolean> {
    const step = totpStep(staff.totp_secret!, code.trim(), this.clock.now());
    return this.uow.run((tx) =>
      step === null
        ? takeRecoveryCode(tx, staff.staff_id, recoveryCodeHash(staff.staff_id, code))
        : takeTotpStep(tx, staff.staff_id, step),
    );
  }

  private async refuse(staff: StaffRow | null, ip: string): Promise<never> {
    await this.uow.run((tx) =>
      this.audit.append(tx, {
        actor: { type: 'system', id: 'sign-in' },
        action: 'session.refuse',
        subject: { type: 'staff', id: staff?.staff_id ?? 'unknown' },
        details: { ip },
      }),
    );
    throw refused();
  }
}
