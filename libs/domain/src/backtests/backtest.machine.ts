import type { Permission } from '../access/permissions.js';
import { allowedActions, type Machine } from '../kernel/machine.js';

export const BACKTEST_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type BacktestStatus = (typeof BACKTEST_STATUSES)[number];

export const BACKTEST_ACTIONS = ['cancel'] as const;
export type BacktestAction = (typeof BACKTEST_ACTIONS)[number];

export const BACKTEST_MACHINE = {
  initial: 'queued',
  transitions: {
    cancel: {
      from: ['queued', 'running'],
      to: 'cancelled',
      permission: 'rule.write',
      reasonRequired: false,
    },
    start: { from: ['queued'], to: 'running', permission: null, reasonRequired: false },
    /** Its process ended before it did; it reads only, so it begins anew. */
    put_back: { from: ['running'], to: 'queued', permission: null, reasonRequired: false },
    finish: { from: ['running'], to: 'done', permission: null, reasonRequired: false },
    fail: { from: ['running'], to: 'failed', permission: null, reasonRequired: false },
  },
} as const satisfies Machine<
  BacktestStatus,
  BacktestAction | 'start' | 'put_back' | 'finish' | 'fail',
  Permission
>;

export const backtestActionsFor = (
  permissions: ReadonlySet<Permission>,
  status: BacktestStatus,
): BacktestAction[] =>
  allowedActions(BACKTEST_MACHINE, status, permissions).filter((action) => action === 'cancel');

/** A process that dies with it once may have met bad luck; thrice, and it is the backtest. */
export const MAX_BACKTEST_ATTEMPTS = 3;
