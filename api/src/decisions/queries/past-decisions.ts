import type { TransactionRequest } from '@coinwarden/contracts';
import {
  idTime,
  LIMIT_LAYERS,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type LimitRoom,
  type Outcome,
  type PastDecision,
  type RememberedDecision,
  type TransactionStatus,
} from '@coinwarden/domain';
import { toTransaction } from '../commands/prepared-item.js';
import type { StoredDecision } from '../persistence/stored-decision.js';

/** The columns of a transaction's row that velocity takes; amounts come as plain numbers. */
export interface RememberedRow {
  transaction_id: string;
  outcome: Outcome;
  coins: number;
  diamonds: number;
  amount_minor: number | null;
  currency: string | null;
  request: TransactionRequest;
  /** Null where nothing in it matters to velocity. */
  decision: StoredDecision | null;
}

/** The columns that judging it once more takes. */
export interface PastDecisionRow extends RememberedRow {
  status: TransactionStatus;
  score: number;
  ruleset_version: number;
  decision: StoredDecision;
}

const AMOUNTS = 'coins::float8, diamonds::float8, amount_minor::float8, currency';

export const PAST_DECISION_COLUMNS = `transaction_id, outcome, status, score, ${AMOUNTS}, ruleset_version, request, decision`;

/** Most of a row is its decision, of which velocity asks why it declined and which kinds of coins it moved. */
export const REMEMBERED_COLUMNS = `transaction_id, outcome, ${AMOUNTS}, request,
  CASE WHEN outcome = 'decline' OR strpos(decision::text, '"coinKinds"') > 0 THEN decision END AS decision`;

/** A decision as velocity remembers it. */
export function rememberedDecisionOf(row: RememberedRow): RememberedDecision {
  const { decision, outcome } = row;
  const { kind } = row.request;
  return {
    transaction: toTransaction(row.request, idTime(row.transaction_id)),
    outcome,
    paymentRefused:
      outcome === 'decline' && reasonsOf(decision, (code) => code.startsWith('purchase.')).length > 0,
    coins: kind === 'withdrawal' ? 0 : row.coins,
    diamonds: row.diamonds,
    money:
      row.amount_minor === null ? null : { amountMinor: BigInt(row.amount_minor), currency: row.currency! },
    bonusCoins: decision?.coinKinds?.[0] ?? 0,
  };
}

/** A decision as a replay needs it. */
export function pastDecisionOf(row: PastDecisionRow): PastDecision {
  const { decision, outcome } = row;
  const remembered = rememberedDecisionOf(row);
  const rules = decision.rules ?? [];
  const [paid, bonus, earned, , , , debtCoins] = decision.wallet;
  return {
    // Each written out: literals that begin with a spread take microseconds.
    transaction: remembered.transaction,
    outcome,
    paymentRefused: remembered.paymentRefused,
    coins: remembered.coins,
    diamonds: remembered.diamonds,
    money: remembered.money,
    bonusCoins: remembered.bonusCoins,
    transactionId: row.transaction_id,
    status: row.status,
    score: row.score,
    rulesetVersion: row.ruleset_version,
    // Rules that decline fired, so a decline without one came from something before them.
    askedRules: outcome !== 'decline' || rules.some((rule) => rule.mode === 'live'),
    fired: rules.map((rule) => rule.key),
    earnedCoins: decision.coinKinds?.[1] ?? 0,
    promotionId: decision.promotion?.[0] ?? decision.offered ?? null,
    repaidCoins: reasonsOf(decision, (code) => code === 'debt.repaid').reduce(
      (sum, { values }) => sum + Number(values['coins']),
      0,
    ),
    walletAfter: { paid, bonus, earned, debtCoins },
    limitsAfter: () => roomsOf(decision),
  };
}

const reasonsOf = (decision: StoredDecision | null, is: (code: string) => boolean) =>
  (decision?.reasons ?? []).filter(({ code }) => is(code));

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
