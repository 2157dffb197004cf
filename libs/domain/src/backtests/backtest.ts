/**
 * A backtest asks what a ruleset would have done with a slice of history. It judges each transaction on what really came
 * before it: what a decline would have changed for the transactions that followed is not played out.
 */
import type { TransactionKind } from '../decisions/transaction.js';
import { DAY, type Instant } from '../kernel/time.js';
import { hashId } from '../risk/velocity-sightings.js';

/** Velocity looks back this far, so that much is read before the first transaction is judged. */
export const WARM_UP_DAYS = 30;
export const MAX_SLICE_DAYS = 400;

/** With what the trial is compared: what was decided then, or what the live version says to the same facts. */
export const BACKTEST_BASELINES = ['decided', 'live'] as const;
export type BacktestBaseline = (typeof BACKTEST_BASELINES)[number];

export interface BacktestSlice {
  readonly from: Instant;
  /** Not included. */
  readonly to: Instant;
  /** Null: all of them. */
  readonly kinds: readonly TransactionKind[] | null;
  /** Countries of the accounts; null: all of them. */
  readonly countries: readonly string[] | null;
  /** Of the accounts, chosen by their ids: the same ones in every backtest. */
  readonly samplePercent: number;
}

export const warmUpFrom = ({ from }: Pick<BacktestSlice, 'from'>): Instant => from - WARM_UP_DAYS * DAY;

/** Whether an account belongs to the sample. */
export const isInSample = (accountId: string, percent: number): boolean =>
  percent >= 100 || hashId(accountId) % 100 < percent;
