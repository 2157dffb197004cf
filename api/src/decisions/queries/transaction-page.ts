import type { DecisionRecord, LotUse, TransactionDetail, TransactionSummary } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { toAnswer } from '../persistence/stored-decision.js';
import {
  findHoldOf,
  findTransaction,
  type HoldRecord,
  readCoinLots,
  readDiamondLots,
  readJournal,
  readRuleDescriptions,
  type TransactionRecord,
} from '../persistence/transaction-page.store.js';

/** Everything about one transaction: what was asked, why it was decided so, what it moved, where the coins came from. */
@Injectable()
export class TransactionPage {
  constructor(private readonly uow: UnitOfWork) {}

  async read(transactionId: string): Promise<TransactionDetail> {
    const row = await findTransaction(this.uow, transactionId);
    if (row === null)
      throw new ProblemError('transaction.unknown', `There is no transaction ${transactionId}.`);
    const [journal, hold, descriptions, diamonds] = await Promise.all([
      readJournal(this.uow, row),
      findHoldOf(this.uow, row),
      readRuleDescriptions(this.uow, row.ruleset_version),
      readDiamondLots(this.uow, row),
    ]);
    const reserved = heldLots(hold);
    const lots = await readCoinLots(
      this.uow,
      row,
      reserved.map(([lotId]) => lotId),
    );
    const amounts = new Map(reserved.map(([lotId, , coins]) => [lotId, coins]));
    return {
      ...toSummary(row),
      request: row.request,
      decision: toDecision(row, descriptions),
      journal: journal.map((entry) => ({
        entryNo: entry.entry_no,
        kind: entry.kind,
        postedAt: entry.posted_at.toISOString(),
        postings: entry.postings.map(([account, unit, amount, lotId]) => ({ account, unit, amount, lotId })),
      })),
      provenance: [...lots.map((lot) => withHeldAmount(lot, amounts)), ...diamonds],
      hold: hold && {
        purpose: hold.purpose,
        coins: Number(hold.coins),
        diamonds: Number(hold.diamonds),
        expiresAt: hold.expires_at.toISOString(),
        endedAt: hold.ended_at?.toISOString() ?? null,
        endedBy: hold.ended_by,
      },
    };
  }
}

/** A credit's own lots are shown as granted; only a spend still reserves other lots. */
const heldLots = (hold: HoldRecord | null) => (hold === null || hold.ended_at !== null ? [] : hold.lots);

const withHeldAmount = (lot: LotUse, amounts: ReadonlyMap<string, number>): LotUse =>
  lot.use === 'held' ? { ...lot, amount: amounts.get(lot.lotId) ?? 0 } : lot;

export const toSummary = (row: TransactionRecord): TransactionSummary => ({
  transactionId: row.transaction_id,
  kind: row.kind,
  accountId: row.account_id,
  counterpartyId: row.counterparty_id,
  outcome: row.outcome,
  status: row.status,
  score: row.score,
  coins: Number(row.coins),
  diamonds: Number(row.diamonds),
  money:
    row.amount_minor === null ? null : { amountMinor: Number(row.amount_minor), currency: row.currency! },
  occurredAt: row.occurred_at.toISOString(),
  decidedAt: row.decided_at.toISOString(),
});

export function toDecision(
  row: TransactionRecord,
  descriptions: ReadonlyMap<string, string>,
): DecisionRecord {
  const { decision } = row;
  const answer = toAnswer(
    {
      transactionId: row.transaction_id,
      outcome: row.outcome,
      score: row.score,
      decidedAt: row.decided_at.getTime(),
      decision,
    },
    false,
  );
  const { decisionId, outcome, score, reasons, limits, wallet, promotion, decidedAt } = answer;
  return {
    decisionId,
    outcome,
    score,
    reasons,
    rules: (decision.rules ?? []).map((rule) => ({
      ...rule,
      description: descriptions.get(rule.key) ?? rule.key,
    })),
    ruleErrors: [...(decision.errors ?? [])],
    limits,
    wallet,
    promotion,
    rulesetVersion: row.ruleset_version,
    decidedAt,
  };
}
