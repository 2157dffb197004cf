import { HOUR } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ChangeAccountStatus } from '../../accounts/accounts.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CaseDesk } from './case-desk.js';
import { demoStaff, unlessRefused } from './demo-staff.js';

/** What waits longer than this has been looked at; what is younger is left for whoever opens the console. */
const LEFT_WAITING_MS = 60 * HOUR;
/** Every other case is plain, and settled by the next shift. */
const PLAIN_WAITING_MS = 9 * HOUR;
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
    private readonly cases: CaseDesk,
    private readonly changeStatus: ChangeAccountStatus,
  ) {}

  async run(): Promise<void> {
    await this.review(this.clock.now());
    await this.restrict();
  }

  /** What is in the queue for long by then. */
  async review(now: number): Promise<void> {
    await this.cases.gather();
    const rows = await this.uow.query<{ case_id: string; fraud: boolean; luck: number }>(
      `SELECT a.case_id, coalesce(l.fraud, false) AS fraud,
              ('x' || left(md5(t.idempotency_key), 4))::bit(16)::int AS luck
       FROM transactions t
       JOIN case_alerts a ON a.account_id = t.account_id AND a.transaction_id = t.transaction_id
       LEFT JOIN simulation.labels l
         ON l.account_id = t.account_id AND l.idempotency_key = t.idempotency_key
       WHERE t.status = 'held'
         AND t.occurred_at < CASE WHEN left(md5(t.idempotency_key), 1) < '8' THEN $1 ELSE $2 END::timestamptz
       ORDER BY t.occurred_at, t.idempotency_key`,
      [new Date(now - LEFT_WAITING_MS), new Date(now - PLAIN_WAITING_MS)],
    );
    for (const { case_id: caseId, fraud, luck } of rows) {
      const isMistaken = luck % MISTAKEN_EVERY === 0;
      await unlessRefused(() => this.cases.decide({ caseId, luck, declines: isMistaken !== fraud, now }));
    }
  }

  private async restrict(): Promise<void> {
    const lead = await demoStaff(this.uow, 'ts_lead');
    const rows = await this.uow.query<{ account_id: string; pattern: string }>(
      `SELECT account_id, pattern FROM simulation.labels
       WHERE idempotency_key = '' AND fraud ORDER BY md5(account_id) LIMIT $1`,
      [RESTRICTED + SUSPENDED],
    );
    for (const [i, { account_id: accountId, pattern }] of rows.entries()) {
      const action = i < RESTRICTED ? ('restrict' as const) : ('suspend' as const);
      const reason = `Pattern of ${pattern.replaceAll('_', ' ')}`;
      await unlessRefused(() => this.changeStatus.run(lead, { accountId, action, reason }));
    }
  }
}
