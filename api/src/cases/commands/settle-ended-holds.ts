import { isGathering, standing } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { resolveAlerts } from '../persistence/case-alerts.store.js';
import { appendCaseEvents } from '../persistence/case-events.store.js';
import { readQueues } from '../persistence/case-queues.store.js';
import { type CaseRecord, lockCases } from '../persistence/cases.store.js';
import { type EndedHold, findEnded } from '../persistence/held-transactions.store.js';
import { leaseOf } from './case-context.js';
import { MoveCase } from './move-case.js';
import { ALERTS_ACTOR } from './raise-alerts.js';
import { refreshCases } from './refresh-cases.js';

const MAX_AT_ONCE = 500;

/**
 * Brings cases to what became of their held transactions outside of them: released or declined elsewhere, or out of time.
 * A case that nobody is at and that has nothing left to decide is closed.
 */
@Injectable()
export class SettleEndedHolds {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly moveCase: MoveCase,
  ) {}

  these(transactionIds: readonly string[]): Promise<void> {
    return this.settle(transactionIds);
  }

  /** Those whose announcement came before their alert. */
  missed(): Promise<void> {
    return this.settle(null);
  }

  private settle(transactionIds: readonly string[] | null): Promise<void> {
    const at = this.clock.now();
    return this.uow.run(async (tx) => {
      const seen = await findEnded(tx, { transactionIds, limit: MAX_AT_ONCE });
      if (seen.length === 0) return;
      const locked = await lockCases(tx, [...new Set(seen.map(({ caseId }) => caseId))]);
      // Read again under the locks: a decision may have ended them itself, a merger may have moved them.
      const ids = seen.map(({ transactionId }) => transactionId);
      const ended = await findEnded(tx, { transactionIds: ids, limit: MAX_AT_ONCE });
      const touched = locked.filter((one) => ended.some(({ caseId }) => caseId === one.caseId));
      await this.write(tx, touched, { ended, at });
    });
  }

  private async write(
    tx: Tx,
    touched: readonly CaseRecord[],
    { ended, at }: { ended: readonly EndedHold[]; at: number },
  ): Promise<void> {
    const of = (caseId: string) => ended.filter((one) => one.caseId === caseId);
    for (const { caseId } of touched) await resolveAlerts(tx, caseId, { ended: of(caseId), at });
    await appendCaseEvents(
      tx,
      touched.flatMap(({ accountId, caseId }) =>
        of(caseId).map(({ transactionId, resolution }) => ({
          accountId,
          caseId,
          kind: 'alert_resolved' as const,
          at,
          actor: ALERTS_ACTOR,
          details: { transactionId, resolution },
        })),
      ),
    );
    const open = touched.filter((one) => isGathering(one.status));
    const refreshed = await refreshCases(tx, open, { queues: await readQueues(tx), at });
    for (const one of refreshed.filter((each) => isIdle(each, at))) await this.close(tx, one, at);
  }

  async close(tx: Tx, record: CaseRecord, at: number): Promise<void> {
    await this.moveCase.run(tx, record, { step: 'close', at, actor: ALERTS_ACTOR });
  }
}

/** Nothing is left to decide and nobody is at it. What was decided and opened again is for people to end. */
export const isIdle = (record: CaseRecord, now: number): boolean =>
  record.liveAlerts === 0 &&
  record.decisionNo === 0 &&
  record.origin === 'review' &&
  (record.status === 'open' || record.status === 'snoozed' || record.status === 'escalated') &&
  standing(leaseOf(record), now) === null;
