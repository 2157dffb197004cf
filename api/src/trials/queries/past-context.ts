import {
  emptyVelocity,
  type PastDecision,
  type RuleContext,
  recordedFacts,
  recordTransaction,
  ruleContext,
  ruleInputOf,
  type VelocityState,
  type VelocityStates,
  velocityAsOf,
  velocityFactsOf,
  velocityKeysOf,
  withRecorded,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { PastAccounts, PastLists } from '../../backtests/backtests.public.js';
import { pastDecisionOf } from '../../decisions/decisions.history.public.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readRemembered } from '../persistence/remembered-velocity.store.js';
import { findTried, type TriedTransactionRow } from '../persistence/tried-transaction.store.js';

export interface PastContext {
  readonly row: TriedTransactionRow;
  readonly context: RuleContext;
  /** Paths of what rules saw then. */
  readonly recorded: ReadonlySet<string>;
}

/** What rules would have read about a transaction of the past, put together again without writing anything. */
@Injectable()
export class PastContexts {
  constructor(private readonly uow: UnitOfWork) {}

  /** Refusals: transaction.unknown, account.unknown. */
  async of(transactionId: string): Promise<PastContext> {
    const row = isUuid(transactionId) ? await findTried(this.uow, transactionId) : null;
    if (row === null)
      throw new ProblemError('transaction.unknown', `There is no transaction ${transactionId}.`);
    const past = pastDecisionOf(row);
    const { transaction: tx } = past;
    const accounts = new PastAccounts(this.uow);
    await accounts.fetch(tx.kind === 'gift' ? [tx.accountId, tx.recipientId] : [tx.accountId]);
    const account = accounts.at(tx.accountId, tx.occurredAt, 'acting');
    if (account === null) throw new ProblemError('account.unknown', `There is no account ${tx.accountId}.`);
    const input = ruleInputOf(past, {
      account,
      counterparty: tx.kind === 'gift' ? accounts.at(tx.recipientId, tx.occurredAt, 'receiving') : null,
      velocity: await this.velocityOf(past),
      lists: (await PastLists.read(this.uow)).at(tx.occurredAt),
    });
    const recorded = recordedFacts(row.decision.rules ?? []);
    return {
      row,
      context: withRecorded(ruleContext(input), recorded),
      recorded: new Set(recorded.keys()),
    };
  }

  /** What is remembered today, as of then. */
  private async velocityOf(past: PastDecision): Promise<VelocityStates> {
    const { transaction: tx } = past;
    const keys = velocityKeysOf(tx);
    const remembered = await readRemembered(this.uow, {
      accountIds: tx.kind === 'gift' ? [tx.accountId, tx.recipientId] : [tx.accountId],
      entities: Object.values(keys),
    });
    const names = Object.keys(keys) as (keyof typeof keys)[];
    const own = {
      account: emptyVelocity(),
      ...(tx.kind === 'gift' && { counterparty: emptyVelocity() }),
      ...Object.fromEntries(names.map((name) => [name, emptyVelocity()])),
    } satisfies VelocityStates;
    recordTransaction(own, velocityFactsOf(past));
    const asOf = (state: VelocityState, left: VelocityState | undefined) =>
      velocityAsOf(state, tx.occurredAt, left ?? emptyVelocity());
    const left: VelocityStates = own;
    return {
      account: asOf(remembered({ account: tx.accountId }), left.account),
      ...(tx.kind === 'gift' && {
        counterparty: asOf(remembered({ account: tx.recipientId }), left.counterparty),
      }),
      ...Object.fromEntries(
        names.map((name) => [name, asOf(remembered({ entity: keys[name]! }), left[name])]),
      ),
    };
  }
}
