import {
  CARD_TESTING_ALERT_SCORE,
  type Judgement,
  restrictedByRule,
  suspectedCardTesting,
  suspectedTakeover,
  TAKEOVER_ALERT_SCORE,
} from '@coinwarden/domain';
import type { BatchState } from './batch-state.js';
import type { Examination } from './examination.js';

/**
 * Leaves in the batch what follows from a decision beyond the transaction: a rule's restriction of the account, which binds
 * the next item already, and suspicions that people should see.
 */
export function takeDemands(batch: BatchState, examination: Examination, judgement: Judgement): void {
  const { account, item, evaluation } = examination;
  if (evaluation === null) return;
  const { accountId } = account.account;
  const { transactionId } = item.ids;
  const at = item.now;
  const { takeover, cardTesting } = examination.scoresAsked;
  const suspect = batch.suspicions.push.bind(batch.suspicions);

  const rule = evaluation.demands.restrict;
  if (rule !== null && account.account.status === 'active') {
    const because = { by: 'system', why: rule.reasonCode, at } as const;
    account.restrict(because);
    batch.restrictions.push({ accountId, because, rule, transactionId });
    const score = Math.max(takeover?.score ?? 0, cardTesting ?? 0);
    suspect({ accountId, ...restrictedByRule(rule.reasonCode, { score, at, transactionId }) });
  }
  // What is held comes before people by itself.
  if (judgement.outcome === 'review') return;
  if (takeover !== null && takeover.score >= TAKEOVER_ALERT_SCORE) {
    const { deviceHash: device } = examination;
    suspect({ accountId, ...suspectedTakeover(takeover, { device, at, transactionId }) });
  }
  if (cardTesting !== null && cardTesting >= CARD_TESTING_ALERT_SCORE) {
    suspect({ accountId, ...suspectedCardTesting(cardTesting, { at, transactionId }) });
  }
}
