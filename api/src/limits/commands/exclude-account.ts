import type { Exclusion } from '@coinwarden/contracts';
import { planExclusion } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { lockWallets } from '../../ledger/ledger.public.js';
import { AuditLog, type AuditRecord } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { writeExclusion } from '../persistence/exclusions.store.js';

export interface ExcludeInput {
  readonly accountId: string;
  readonly until: Date;
  readonly actor: AuditRecord['actor'];
  /** What staff say about the customer's request; the platform speaks for its user. */
  readonly reason: string | null;
}

/** Shuts an account out of buying and spending for a time its owner chose, or lengthens that time. */
@Injectable()
export class ExcludeAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  run({ accountId, until, actor, reason }: ExcludeInput): Promise<Exclusion> {
    return this.uow.run(async (tx) => {
      const account = (await lockWallets(tx, [accountId])).get(accountId)?.account;
      if (!account) throw new ProblemError('account.unknown');
      if (account.status === 'closed') throw new ProblemError('account.closed');
      const now = this.clock.now();
      const plan = planExclusion({ current: account.excludedUntil, until: until.getTime(), now });
      if (!plan.ok) throw refused(plan.failure.code, account.excludedUntil);
      if (plan.value.changed) {
        await writeExclusion(tx, {
          exclusionId: idAt(now),
          accountId,
          until,
          askedAt: new Date(now),
          askedBy: actor,
          reason,
        });
        await this.outbox.append(tx, 'limits.changed', { accountId, layer: 'self', reason });
        await this.audit.append(tx, {
          actor: { type: actor.type, id: actor.id },
          action: 'account.excluded',
          subject: { type: 'account', id: accountId },
          reason,
          details: { until: until.toISOString(), before: isoOrNull(account.excludedUntil) },
        });
      }
      return { accountId, until: until.toISOString() };
    });
  }
}

const isoOrNull = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

const refused = (code: 'exclusion.shortened' | 'limit.invalid', current: number | null): ProblemError =>
  code === 'exclusion.shortened'
    ? new ProblemError(code, `The account is excluded until ${isoOrNull(current)}; that cannot be shortened.`)
    : new ProblemError(code, 'An exclusion ends in the future.', [
        { pointer: '/until', detail: 'must be a moment to come' },
      ]);
