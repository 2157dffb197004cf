import type { AccountReportAnswer } from '@coinwarden/contracts';
import { reachableUsdMinor } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readWallets } from '../../ledger/ledger.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { caseOfAlert } from '../persistence/reports.store.js';
import { raiseAlerts } from './raise-alerts.js';

/** Whoever talks with customers sees more than a user who reports one: from here on the queues put it first. */
const REPORT_SCORE = 500;

/**
 * Puts an account before reviewers because a member of staff noticed something. The same person saying the same again
 * changes nothing. Refuses account.unknown.
 */
@Injectable()
export class ReportAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(
    actor: StaffActor,
    { accountId, reason }: { accountId: string; reason: string },
  ): Promise<AccountReportAnswer> {
    return this.uow.run(async (tx) => {
      const record = (await readWallets(tx, [accountId])).get(accountId);
      if (!record) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
      const at = this.clock.now();
      const alert = {
        kind: 'report',
        key: JSON.stringify(['staff', actor.id, reason]),
        accountId,
      } as const;
      const known = await caseOfAlert(tx, alert);
      if (known !== null) return { caseId: known };
      await raiseAlerts(tx, [
        {
          ...alert,
          score: REPORT_SCORE,
          reason: {
            code: 'report.staff',
            message: `${actor.name} noticed something.`,
            values: { by: actor.name, text: reason },
          },
          valueAtRiskUsdMinor: reachableUsdMinor(record.wallet, at),
          at,
        },
      ]);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'account.report',
        subject: { type: 'account', id: accountId },
        reason,
      });
      return { caseId: (await caseOfAlert(tx, alert))! };
    });
  }
}
