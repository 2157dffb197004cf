import type { AccountLimits, RequestedLimitBody } from '@coinwarden/contracts';
import { type Failure, type PersonalLayer, planLimitChange } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { lockWallets } from '../../ledger/ledger.public.js';
import { AuditLog, type AuditRecord } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type FieldError, ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { limitsOf, replaceLimits } from '../persistence/account-limits.store.js';
import { recordStaffLayer } from '../persistence/limit-overrides.store.js';
import { ReadLimits } from '../queries/read-limits.js';
import { LIMIT_PROBLEMS } from './limit-problems.js';

export interface SetLimitsInput {
  readonly accountId: string;
  readonly layer: PersonalLayer;
  readonly limits: readonly RequestedLimitBody[];
  readonly actor: AuditRecord['actor'];
  readonly reason: string | null;
}

/**
 * Replaces one layer of an account's limits. The wallet is locked first, so two callers take turns and no decision is
 * taken half way: whatever commits later is held against the new limits. Whether an account has a guardian is the
 * platform's to know (a guardian need not have an account here), so the guardian layer is open for every account.
 */
@Injectable()
export class SetLimits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly readLimits: ReadLimits,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  run(input: SetLimitsInput): Promise<AccountLimits> {
    const { accountId, layer, actor, reason } = input;
    return this.uow.run(async (tx) => {
      const record = (await lockWallets(tx, [accountId])).get(accountId);
      if (!record) throw new ProblemError('account.unknown');
      if (record.account.status === 'closed') throw new ProblemError('account.closed');
      const now = this.clock.now();
      const plan = planLimitChange({
        // What staff lift is no limit of theirs that could be lowered or raised; it goes with the layer.
        current: ((await limitsOf(tx, [accountId])).get(accountId) ?? []).filter((l) => !l.liftsPlatform),
        requested: input.limits.map(({ measure, window, limit, currency }) => ({
          measure,
          window,
          limit: BigInt(limit),
          currency: currency ?? null,
        })),
        layer,
        now,
      });
      if (!plan.ok) throw invalidLimits(plan.failure);
      const { limits, changes } = plan.value;
      await replaceLimits(tx, { accountId, layer, limits, setBy: actor, setAt: new Date(now) });
      if (layer === 'staff')
        await recordStaffLayer(tx, accountId, { at: new Date(now), by: actor.id, reason: reason ?? '' });
      const answer = await this.readLimits.of(record, tx);
      if (changes.length > 0) {
        await this.outbox.append(tx, 'limits.changed', { accountId, layer, reason });
        await this.audit.append(tx, {
          actor: { type: actor.type, id: actor.id },
          action: 'account.limits_set',
          subject: { type: 'account', id: accountId },
          reason,
          details: { layer, changes },
        });
      }
      return answer;
    });
  }
}

function invalidLimits({ params }: Failure<'limit.invalid'>): ProblemError {
  const detail = LIMIT_PROBLEMS[params['problem'] as keyof typeof LIMIT_PROBLEMS];
  const errors: FieldError[] = [{ pointer: `/limits/${params['index']}/${params['field']}`, detail }];
  return new ProblemError('limit.invalid', detail, errors);
}
