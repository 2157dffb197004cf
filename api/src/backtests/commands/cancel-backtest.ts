import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { cancelBacktest } from '../persistence/backtests.store.js';

/** Ends a backtest that waits or runs; its process notices within a page. Refusal: action.not_allowed. */
@Injectable()
export class CancelBacktest {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(staff: StaffActor, backtestId: string, reason: string | null): Promise<void> {
    return this.uow.run(async (tx) => {
      if (!(await cancelBacktest(tx, backtestId, this.clock.now())))
        throw new ProblemError('action.not_allowed', 'The backtest has ended already.');
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'backtest.cancelled',
        subject: { type: 'backtest', id: backtestId },
        reason,
      });
    });
  }
}
