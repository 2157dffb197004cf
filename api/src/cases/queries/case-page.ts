import type { CaseDecisionView, StaffCaseDetail } from '@coinwarden/contracts';
import { fits } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { type AccountRecord, readAccount } from '../../accounts/accounts.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { unknownCase } from '../commands/case-context.js';
import { readAppealOf } from '../persistence/appeals.store.js';
import { type CaseAlertRecord, readAlerts } from '../persistence/case-alerts.store.js';
import { type CaseDecisionRecord, readDecisions } from '../persistence/case-decisions.store.js';
import { readCaseEvents, type StoredCaseEvent } from '../persistence/case-events.store.js';
import { readQueue } from '../persistence/case-queues.store.js';
import { type CaseTransaction, readCaseTransactions } from '../persistence/case-transactions.store.js';
import { type CaseRecord, toCaseRecord } from '../persistence/cases.store.js';
import { type PolicyVersion, readMacros, readPolicies } from '../persistence/guidance.store.js';
import { readPresence } from '../persistence/presence.store.js';
import { appealView } from './appeal-records.js';
import {
  CASES,
  type CaseListRow,
  instant,
  instantOrNull,
  presenceView,
  staffCaseFor,
} from './case-records.js';
import { macroRecordFor, measuresView, policyRecord } from './guidance-records.js';
import { readRelated } from './related-cases.js';

/** Everything about one case, for the person who looks at it. */
@Injectable()
export class CasePage {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `record.unknown`. */
  async read(caseId: string, staff: StaffActor): Promise<StaffCaseDetail> {
    const now = this.clock.now();
    const row = await findStaffRecord<CaseListRow>(this.db, CASES, caseId);
    if (row === null) throw unknownCase(caseId);
    const record = toCaseRecord(row);
    const [account, evidence, words, related, presence, queue] = await Promise.all([
      readAccount(this.db, record.accountId),
      this.evidenceOf(record),
      this.guidanceFor(record, staff),
      readRelated(this.db, record, { staff, now }),
      readPresence(this.db, { caseId: record.caseId, except: staff.id, now }),
      readQueue(this.db, record.queueId),
    ]);
    const decisions = await readDecisions(this.db, record.caseId);
    const appeal = await readAppealOf(this.db, record.caseId);
    const appealed = decisions.find((one) => one.decisionNo === appeal?.decisionNo);
    const { secondLookUsdMinor } = queue!;
    return {
      ...staffCaseFor(staff, now)(row),
      ...evidence,
      queue: {
        id: record.queueId,
        name: queue!.name,
        slaMinutes: queue!.slaMinutes,
        leaseSeconds: queue!.leaseSeconds,
      },
      subject: account && subjectView(account),
      decisions: decisions.map((decision) => decisionView(decision, words.all)),
      related,
      appeal: appeal && appealed ? appealView(appeal, appealed.verdict) : null,
      policies: words.policies,
      macros: words.macros,
      presence: presence.map(presenceView),
      needsSecondLook: secondLookUsdMinor !== null && record.valueUsdMinor >= secondLookUsdMinor,
    };
  }

  private async evidenceOf(record: CaseRecord) {
    // A sample shows the alerts of the case it is about.
    const alertsOf = record.sampleOf ?? record.caseId;
    const [alerts, transactions, events] = await Promise.all([
      readAlerts(this.db, alertsOf),
      readCaseTransactions(this.db, alertsOf),
      readCaseEvents(this.db, record),
    ]);
    return {
      alertList: alerts.map(alertView),
      transactions: transactions.map(transactionView),
      timeline: events.map(eventView(record.caseId)),
    };
  }

  private async guidanceFor(record: CaseRecord, staff: StaffActor) {
    const [all, macros] = await Promise.all([readPolicies(this.db), readMacros(this.db)]);
    const current = <T extends PolicyVersion | (typeof macros)[number]>(one: T) =>
      !one.retired && fits(one, record.kinds);
    return {
      all,
      policies: all.filter(current).map(policyRecord),
      macros: macros.filter(current).map(macroRecordFor(staff)),
    };
  }
}

const subjectView = (account: AccountRecord): StaffCaseDetail['subject'] => ({
  accountId: account.accountId,
  displayName: account.displayName,
  status: account.status,
  creator: account.creator,
  country: account.country,
  ageBand: account.ageBand,
  createdAt: instant(account.createdAt),
});

const alertView = (alert: CaseAlertRecord): StaffCaseDetail['alertList'][number] => ({
  alertId: alert.alertId,
  kind: alert.kind,
  key: alert.key,
  score: alert.score,
  reason: { ...alert.reason, values: { ...alert.reason.values } },
  valueAtRiskUsdMinor: Number(alert.valueUsdMinor),
  raisedAt: instant(alert.raisedAt),
  dueAt: instantOrNull(alert.dueAt),
  transactionId: alert.transactionId,
  scanId: alert.scanId,
  language: alert.language,
  resolvedAt: instantOrNull(alert.resolvedAt),
  resolution: alert.resolution,
});

const transactionView = (one: CaseTransaction): StaffCaseDetail['transactions'][number] => ({
  transactionId: one.transactionId,
  kind: one.kind,
  status: one.status,
  score: one.score,
  coins: Number(one.coins),
  diamonds: Number(one.diamonds),
  money: one.money && { ...one.money, amountMinor: Number(one.money.amountMinor) },
  counterpartyId: one.counterpartyId,
  decidedAt: instant(one.decidedAt),
  heldUntil: instantOrNull(one.heldUntil),
});

const eventView =
  (caseId: string) =>
  (event: StoredCaseEvent): StaffCaseDetail['timeline'][number] => ({
    eventId: `${caseId}:${event.eventNo}`,
    kind: event.kind,
    at: instant(event.at),
    actor: event.actor,
    text: event.text,
    details: { ...event.details },
  });

const decisionView = (one: CaseDecisionRecord, policies: readonly PolicyVersion[]): CaseDecisionView => ({
  decisionNo: one.decisionNo,
  status: one.status,
  verdict: one.verdict,
  policy: {
    code: one.policyCode,
    version: one.policyVersion,
    title: policies.find(({ code }) => code === one.policyCode)?.title ?? one.policyCode,
  },
  macro: one.macro,
  measures: measuresView(one.measures),
  effects: one.effects.map(({ type, outcome, subject, why }) => ({ type, outcome, subject, why })),
  note: one.note,
  decidedBy: one.decidedBy,
  decidedAt: instant(one.decidedAt),
  confirmedBy: one.confirmedBy,
  confirmedAt: instantOrNull(one.confirmedAt),
});
