import type { LimitOrigin, NextSpend, NextSpendQuery, SpendingAnswer } from '@coinwarden/contracts';
import {
  type Account,
  coins,
  decodeUsage,
  earliestSpend,
  type Instant,
  liftedLimits,
  money,
  roomOf,
  type SpendingLimit,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readWallets, type WalletRecord } from '../../ledger/ledger.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readSetLimits, type SetLimit } from '../persistence/account-limits.store.js';
import { policiesOf } from '../persistence/limit-policies.store.js';
import { readRefusals, SEARCHED } from '../persistence/refusals.store.js';
import { liftEnd, limitsView, limitView, roomView, standingLimits, timeText } from './limits-view.js';
import { refusalOf } from './refusal-view.js';

const REFUSALS = 20;

/** Answers a customer who was refused: by what, what else limits the account, and when so much can be spent again. */
@Injectable()
export class SpendingAnswers {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws ProblemError `account.unknown`. */
  async read(accountId: string): Promise<SpendingAnswer> {
    const record = await this.record(accountId);
    const { account } = record;
    const now = this.clock.now();
    const origins = await this.limitsWithOrigins(account);
    const limits = [...origins.keys()];
    const state = { usage: decodeUsage(record.usage), at: now, timeZone: account.timeZone };
    const { active, pending, excludedUntil } = limitsView({ record, limits, now });
    // Both list the same limits in the same order.
    const standing = standingLimits(limits, now);
    return {
      accountId,
      displayName: account.displayName,
      country: account.country,
      ageBand: account.ageBand,
      timeZone: account.timeZone,
      status: account.status,
      asOf: timeText(now),
      excludedUntil,
      limits: active.map((limit, place) => ({ ...limit, origin: origins.get(standing[place]!)! })),
      lifted: liftedLimits(limits, now).map((limit) => {
        const end = liftEnd(limit, limits, now);
        return {
          ...limitView(limit, roomOf(limit, state)),
          origin: origins.get(limit)!,
          liftedUntil: end === null ? null : timeText(end),
        };
      }),
      pending,
      refusals: (await readRefusals(this.db, accountId, REFUSALS)).map(refusalOf),
      searched: SEARCHED,
    };
  }

  /** Throws ProblemError `account.unknown`. */
  async next(accountId: string, { measure, amount, currency }: NextSpendQuery): Promise<NextSpend> {
    const { account, usage } = await this.record(accountId);
    const now = this.clock.now();
    const { at, waits } = earliestSpend({
      limits: [...(await this.limitsWithOrigins(account)).keys()],
      usage: decodeUsage(usage),
      at: now,
      timeZone: account.timeZone,
      excludedUntil: account.excludedUntil,
      spend:
        measure === 'coins_spent'
          ? { measure, coins: coins(amount) }
          : { measure, money: money(amount, currency!) },
    });
    const text = (moment: Instant | null) => (moment === null ? null : timeText(moment));
    return {
      at: text(at),
      now: at === now,
      waits: waits.map(({ from, until, refused }) => ({
        from: timeText(from),
        until: text(until),
        refused: refused && roomView(refused),
      })),
    };
  }

  private async record(accountId: string): Promise<WalletRecord> {
    const record = (await readWallets(this.db, [accountId])).get(accountId);
    if (!record) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    return record;
  }

  /** All limits there are or will be, each with where it comes from. */
  private async limitsWithOrigins(account: Account): Promise<Map<SpendingLimit, LimitOrigin>> {
    const policies = await policiesOf(this.db, account, this.clock.now());
    const own = await readSetLimits(this.db, account.accountId);
    return new Map([
      ...policies.map(({ limit, policyId, version, country, source }): [SpendingLimit, LimitOrigin] => [
        limit,
        { type: 'policy', policyId, version, country, ageBand: account.ageBand, source },
      ]),
      ...own.map((set): [SpendingLimit, LimitOrigin] => [set.limit, originOf(set)]),
    ]);
  }
}

const originOf = ({ limit, setBy, setAt, overrideId, reason }: SetLimit): LimitOrigin =>
  overrideId === null
    ? { type: 'set', by: setBy, at: setAt.toISOString() }
    : {
        type: 'override',
        overrideId,
        lifts: limit.liftsPlatform === true,
        by: setBy ?? '',
        reason,
        at: setAt.toISOString(),
      };
