import type { NewAlert } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readReports, type UserReport } from '../persistence/reports.store.js';
import { raiseAlerts } from './raise-alerts.js';

/** One report proves little; several, or one beside other alerts, make a case urgent. */
const REPORT_SCORE = 300;

/** Puts what users report into the case of the account they report. */
@Injectable()
export class RaiseReports {
  constructor(private readonly uow: UnitOfWork) {}

  these(refs: readonly { accountId: string; eventId: string }[]): Promise<void> {
    return this.uow.run(async (tx) => raiseAlerts(tx, (await readReports(tx, refs)).map(alertOf)));
  }
}

/** Who reports the same thing again says nothing new: nobody is flooded by one angry user. */
const keyOf = ({ reporterId, contentId, reason, eventId }: UserReport) =>
  reporterId === null ? eventId : JSON.stringify([reporterId, contentId ?? reason]);

const alertOf = (report: UserReport): NewAlert => ({
  kind: 'report',
  key: keyOf(report),
  accountId: report.accountId,
  score: REPORT_SCORE,
  reason: {
    code: 'report.user',
    message: report.reason === null ? 'A user reported the account.' : `A user reported: ${report.reason}.`,
    values: Object.fromEntries(
      Object.entries({
        eventId: report.eventId,
        reporterId: report.reporterId,
        reason: report.reason,
        text: report.text,
        contentId: report.contentId,
      }).filter(([, value]) => value !== null),
    ),
  },
  valueAtRiskUsdMinor: 0n,
  at: report.receivedAt,
});
