import {
  type Coins,
  type Diamonds,
  MAX_ALERT_SCORE,
  type NewAlert,
  valueAtRiskUsdMinor,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { TransactionRef } from '../../platform/outbox/topics.js';
import { findUnraised, type HeldForReview, readHeld } from '../persistence/held-transactions.store.js';
import { raiseAlerts } from './raise-alerts.js';

/** Rules add up to their scores freely; 200 points decline a transaction by the starter ruleset. */
const SCORE_PER_POINT = 5;
/** Whatever is held was suspicious enough to hold it. */
const LEAST_SCORE = 300;

const MAX_AT_ONCE = 500;

/** Puts every transaction that waits for a person into a case. */
@Injectable()
export class RaiseHeld {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those of the given that are held; the rest needs nobody. */
  these(refs: readonly TransactionRef[]): Promise<void> {
    if (refs.length === 0) return Promise.resolve();
    return this.uow.run(async (tx) => raiseAlerts(tx, (await readHeld(tx, refs)).map(alertOf)));
  }

  /** What was held before there were cases, or whose announcement was lost. */
  missed(): Promise<void> {
    return this.uow.run(async (tx) => raiseAlerts(tx, (await findUnraised(tx, MAX_AT_ONCE)).map(alertOf)));
  }
}

const alertOf = (held: HeldForReview): NewAlert => ({
  kind: 'transaction',
  key: held.transactionId,
  accountId: held.accountId,
  score: Math.min(MAX_ALERT_SCORE, Math.max(LEAST_SCORE, held.score * SCORE_PER_POINT)),
  reason: held.reason ?? { code: 'transaction.held', message: 'The transaction is held.', values: {} },
  valueAtRiskUsdMinor: valueAtRiskUsdMinor({
    ...held,
    coins: held.coins as Coins,
    diamonds: held.diamonds as Diamonds,
  }),
  at: held.decidedAt,
  dueAt: held.expiresAt,
  transactionId: held.transactionId,
});
