import type { LimitOverrideRequest } from '@coinwarden/contracts';
import { inForce, type OverrideFlaw, overrideFlaw, policyLimits } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { lockWallets } from '../../ledger/ledger.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { wrong } from '../../platform/http/moments.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { LimitPolicies } from '../limit-policies.js';
import { endOverride, standingOverride, writeOverride } from '../persistence/limit-overrides.store.js';
import { invalidLimit, LIMIT_PROBLEMS } from './limit-problems.js';

/**
 * Sets a limit of staff on one account, or lifts the platform's, for a time. The wallet is locked first: what is being
 * decided comes before, whatever is decided later is held against it.
 */
@Injectable()
export class OverrideLimit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: LimitPolicies,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Answers the override's id. Refusals in order: account.unknown, account.closed, record.conflict, limit.invalid,
   * request.invalid (an end that is not to come).
   */
  execute(actor: StaffActor, accountId: string, request: LimitOverrideRequest): Promise<string> {
    const { kind, measure, window, follows, reason } = request;
    const asked = {
      kind,
      measure,
      window,
      limit: BigInt(request.limit),
      currency: request.currency ?? null,
      until: request.until === null ? null : Date.parse(request.until),
    };
    return this.uow.run(async (tx) => {
      const account = (await lockWallets(tx, [accountId])).get(accountId)?.account;
      if (!account) throw new ProblemError('account.unknown');
      if (account.status === 'closed') throw new ProblemError('account.closed');
      const now = this.clock.now();
      const made = { at: new Date(now), by: actor.id, reason };
      const standing = await standingOverride(tx, { accountId, measure, window }, now);
      if (standing !== follows)
        throw new ProblemError('record.conflict', 'Another override stands here by now.');
      const platform = policyLimits(await this.policies.load(tx), account).filter(
        (limit) => limit.layer === 'platform' && inForce(limit, now),
      );
      const flaw = overrideFlaw(asked, { platform, now });
      if (flaw !== null) throw refused(flaw);
      if (standing !== null) await endOverride(tx, { accountId, overrideId: standing }, made);
      const overrideId = idAt(now);
      const until = asked.until === null ? null : new Date(asked.until);
      await writeOverride(tx, { ...asked, overrideId, accountId, until }, made);
      await this.outbox.append(tx, 'limits.changed', { accountId, layer: 'staff', reason });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'account.limit_overridden',
        subject: { type: 'account', id: accountId },
        reason,
        details: {
          overrideId,
          kind,
          measure,
          window,
          limit: request.limit,
          currency: asked.currency,
          until: request.until,
        },
      });
      return overrideId;
    });
  }
}

const PROBLEMS: Readonly<Record<Exclude<OverrideFlaw['problem'], keyof typeof LIMIT_PROBLEMS>, string>> = {
  not_to_come: 'must be a moment to come',
  lift_needs_end: 'a lift needs an end',
  nothing_to_lift: 'the platform limits nothing here that could be lifted',
  not_above_platform: 'must be above the platform’s limit, or nothing is lifted',
};

function refused({ field, problem }: OverrideFlaw): ProblemError {
  if (problem in LIMIT_PROBLEMS)
    return invalidLimit(field, LIMIT_PROBLEMS[problem as keyof typeof LIMIT_PROBLEMS]);
  const detail = PROBLEMS[problem as keyof typeof PROBLEMS];
  return field === 'until' ? wrong('/until', detail) : invalidLimit(field, detail);
}
