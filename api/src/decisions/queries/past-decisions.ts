import type { TransactionRequest } from '@coinwarden/contracts';
import {
  idTime,
  LIMIT_LAYERS,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type LimitRoom,
  type Outcome,
  type PastDecision,
  type TransactionStatus,
} from '@coinwarden/domain';
import { toTransaction } from '../commands/prepared-item.js';
import type { StoredDecision } from '../persistence/stored-decision.js';

/** The columns of a transaction's row that replaying it takes; amounts come as plain numbers. */
export interface PastDecisionRow {
  transaction_id: string;
  outcome: Outcome;
  status: TransactionStatus;
  score: number;
  coins: number;
  diamonds: number;
  amount_minor: number | null;
  currency: string | null;
  ruleset_version: number;
  request: TransactionRequest;
  decision: StoredDecision;
}

export const PAST_DECISION_COLUMNS = `transaction_id, outcome, status, score, coins::float8, diamonds::float8,
  amount_minor::float8, currency, ruleset_version, request, decision`;

/** A decision as a replay needs it. */
export function pastDecisionOf(row: PastDecisionRow): PastDecision {
  const { decision, outcome, coins } = row;
  const { kind } = row.request;
  const rules = decision.rules ?? [];
  const [bonusCoins, earnedCoins] = decision.coinKinds ?? [0, 0];
  const [paid, bonus, earned, , , , debtCoins] = decision.wallet;
  return {
    transactionId: row.transaction_id,
    transaction: toTransaction(row.request, idTime(row.transaction_id)),
    outcome,
    status: row.status,
    score: row.score,
    rulesetVersion: row.ruleset_version,
    // Rules that decline fired, so a decline without one came from something before them.
    askedRules: outcome !== 'decline' || rules.some((rule) => rule.mode === 'live'),
    paymentRefused:
      outcome === 'decline' && reasonsOf(decision, (code) => code.startsWith('purchase.')).length > 0,
    fired: rules.map((rule) => rule.key),
    coins: kind === 'withdrawal' ? 0 : coins,
    diamonds: row.diamonds,
    money:
      row.amount_minor === null ? null : { amountMinor: BigInt(row.amount_minor), currency: row.currency! },
    bonusCoins,
    earnedCoins,
    promotionId: decision.promotion?.[0] ?? decision.offered ?? null,
    repaidCoins: reasonsOf(decision, (code) => code === 'debt.repaid').reduce(
      (sum, { values }) => sum + Number(values['coins']),
      0,
    ),
    walletAfter: { paid, bonus, earned, debtCoins },
    limitsAfter: () => roomsOf(decision),
  };
}

const reasonsOf = ({ reasons }: StoredDecision, is: (code: string) => boolean) =>
  (reasons ?? []).filter(({ code }) => is(code));

const roomsOf = ({ limits }: StoredDecision): LimitRoom[] =>
  (limits ?? []).map(([layer, measure, window, currency, limit, used, resetsAt]) => ({
    layer: LIMIT_LAYERS[layer]!,
    measure: LIMIT_MEASURES[measure]!,
    window: LIMIT_WINDOWS[window]!,
    currency,
    limit: BigInt(limit),
    used: BigInt(used),
    remaining: BigInt(Math.max(0, limit - used)),
    resetsAt: resetsAt === 0 ? null : resetsAt,
  }));
