import { HOUR, ROLES } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ChangeAccountStatus } from '../../accounts/accounts.public.js';
import { EndHold } from '../../decisions/decisions.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffByEmail } from '../../staff/staff.public.js';
import { demoEmail } from './demo-sign-ins.js';

/** What waits longer than this has been looked at; what is younger is left for whoever opens the console. */
const LEFT_WAITING_MS = 60 * HOUR;
/** Now and then a reviewer is mistaken, as people are. */
const MISTAKEN_EVERY = 9;
const RESTRICTED = 5;
const SUSPENDED = 3;

/**
 * What the demo's staff did before the visitor came: older reviews are released or declined, mostly rightly, and a
 * handful of accounts are restricted. It uses the same commands as the console, so the audit log tells it as well.
 */
@Injectable()
export class StaffAtWork {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly endHold: EndHold,
    private readonly changeStatus: ChangeAccountStatus,
  ) {}

  async run(): Promise<void> {
    const reviewer = await this.member('ts_reviewer');
    const rows = await this.uow.query<{ transaction_id: string; fraud: boolean }>(
      `SELECT t.transaction_id, coalesce(l.fraud, false) AS fraud
       FROM transactions t
       LEFT JOIN simulation.labels l USING (account_id, idempotency_key)
       WHERE t.status = 'held' AND t.occurred_at < $1
       ORDER BY t.transaction_id`,
      [new Date(this.clock.now() - LEFT_WAITING_MS)],
    );
    for (const [i, row] of rows.entries()) {
      const declines = i % MISTAKEN_EVERY === MISTAKEN_EVERY - 1 ? !row.fraud : row.fraud;
      await ignoringRepetition(() =>
        this.endHold.run({
          transactionId: row.transaction_id,
          end: declines ? 'declined' : 'released',
          actor: { type: 'staff', id: reviewer.id },
          reason: declines ? 'Fits a known pattern of abuse' : 'Known person, usual behaviour',
        }),
      );
    }
    await this.restrict();
  }

  private async restrict(): Promise<void> {
    const lead = await this.member('ts_lead');
    const rows = await this.uow.query<{ account_id: string; pattern: string }>(
      `SELECT account_id, pattern FROM simulation.labels
       WHERE idempotency_key = '' AND fraud ORDER BY md5(account_id) LIMIT $1`,
      [RESTRICTED + SUSPENDED],
    );
    for (const [i, { account_id: accountId, pattern }] of rows.entries()) {
      const action = i < RESTRICTED ? ('restrict' as const) : ('suspend' as const);
      const reason = `Pattern of ${pattern.replaceAll('_', ' ')}`;
      await ignoringRepetition(() => this.changeStatus.run(lead, { accountId, action, reason }));
    }
  }

  private async member(role: 'ts_reviewer' | 'ts_lead'): Promise<StaffActor> {
    const row = await findStaffByEmail(this.uow, demoEmail(role));
    if (!row) throw new Error(`the demo has no ${role}`);
    const permissions = new Set(ROLES[role].permissions);
    return {
      type: 'staff',
      id: row.staff_id,
      email: row.email,
      name: row.name,
      role,
      permissions,
      sessionId: 'demo',
    };
  }
}

/** A seed that was interrupted here comes by again; what is done is done. */
async function ignoringRepetition(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}
