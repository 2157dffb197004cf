import type { StaffBacktest } from '@coinwarden/contracts';
import { BACKTEST_STATUSES, backtestActionsFor } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, type StaffResource } from '../../platform/http/staff-list.js';
import { BACKTEST_COLUMNS, type BacktestRow, sliceOf } from '../persistence/backtests.store.js';

export const BACKTESTS: StaffResource = {
  name: 'backtests',
  select: BACKTEST_COLUMNS,
  from: 'backtests',
  id: { column: 'backtest_id', schema: z.uuid() },
  filters: {
    status: anyOf('status', z.enum(BACKTEST_STATUSES)),
    createdById: anyOf("(created_by ->> 'id')", z.string().min(1).max(200)),
  },
  sorts: { createdAt: 'backtest_id' },
  defaultSort: ['id', 'DESC'],
};

export const backtestFor =
  (actor: StaffActor) =>
  (row: BacktestRow): StaffBacktest => {
    const { from, to, kinds, countries, samplePercent } = sliceOf(row);
    return {
      id: row.backtest_id,
      name: row.name,
      status: row.status,
      target: row.target,
      liveVersion: row.live_version,
      slice: {
        from: instant(from),
        to: instant(to),
        kinds: kinds && [...kinds],
        countries: countries && [...countries],
        samplePercent,
      },
      baseline: row.baseline,
      maturityDays: row.maturity_days,
      createdAt: row.created_at.toISOString(),
      createdBy: row.created_by,
      startedAt: row.started_at?.toISOString() ?? null,
      finishedAt: row.finished_at?.toISOString() ?? null,
      progress: row.status === 'running' ? row.progress : null,
      attempt: row.attempt,
      failure: row.failure,
      figures: row.figures,
      allowedActions: backtestActionsFor(actor.permissions, row.status),
    };
  };

const instant = (at: number): string => new Date(at).toISOString();
