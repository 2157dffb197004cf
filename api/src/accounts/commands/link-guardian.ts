import type { GuardianLink, GuardianUnlink } from '@coinwarden/contracts';
import { checkGuardian, type GuardianProblem, MAX_GUARDIANS_ABOVE } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { lockWallets } from '../../ledger/ledger.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { wrong } from '../../platform/http/moments.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { guardiansAbove, lockGuardians, writeGuardian } from '../persistence/guardians.store.js';

/** Names a guardian for an account, or takes one away. What the guardian limited stays as it is until somebody changes it. */
@Injectable()
export class LinkGuardian {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** Refusals in order: account.unknown, account.closed, record.conflict, request.invalid (who cannot be the guardian). */
  link(actor: StaffActor, accountId: string, request: GuardianLink): Promise<void> {
    const { guardianAccountId, follows, reason } = request;
    return this.uow.run(async (tx) => {
      await lockGuardians(tx);
      const accounts = await lockWallets(tx, [accountId, guardianAccountId]);
      const ward = wardOf(accounts.get(accountId)?.account, follows);
      const guardian = accounts.get(guardianAccountId)?.account;
      if (!guardian) throw wrong('/guardianAccountId', 'there is no such account');
      const above = await guardiansAbove(tx, guardianAccountId, MAX_GUARDIANS_ABOVE);
      const problem = checkGuardian(ward, { ...guardian, above });
      if (problem !== null) throw wrong('/guardianAccountId', PROBLEMS[problem]);
      await this.write(tx, actor, { accountId, follows, to: guardianAccountId, reason });
    });
  }

  /** Refusals in order: account.unknown, account.closed, record.conflict, action.not_allowed (there is none). */
  unlink(actor: StaffActor, accountId: string, { follows, reason }: GuardianUnlink): Promise<void> {
    return this.uow.run(async (tx) => {
      await lockGuardians(tx);
      const ward = wardOf((await lockWallets(tx, [accountId])).get(accountId)?.account, follows);
      if (ward.guardianAccountId === null)
        throw new ProblemError('action.not_allowed', 'It has no guardian.');
      await this.write(tx, actor, { accountId, follows, to: null, reason });
    });
  }

  private async write(
    tx: Tx,
    actor: StaffActor,
    {
      accountId,
      follows,
      to,
      reason,
    }: { accountId: string; follows: string | null; to: string | null; reason: string },
  ): Promise<void> {
    await writeGuardian(tx, { accountId, guardianAccountId: to, at: new Date(this.clock.now()) });
    await this.outbox.append(tx, 'guardian.changed', { accountId, guardianAccountId: to });
    await this.audit.append(tx, {
      actor: { type: 'staff', id: actor.id },
      action: to === null ? 'account.guardian_unlinked' : 'account.guardian_linked',
      subject: { type: 'account', id: accountId },
      reason,
      details: { from: follows, to },
    });
  }
}

const PROBLEMS: Readonly<Record<GuardianProblem, string>> = {
  self: 'must be another account',
  closed: 'this account is closed',
  not_adult: 'a guardian is an adult',
  circle: 'this account is itself under the guardianship of the ward',
};

interface Ward {
  readonly accountId: string;
  readonly status: string;
  readonly guardianAccountId: string | null;
}

function wardOf<W extends Ward>(ward: W | undefined, follows: string | null): W {
  if (!ward) throw new ProblemError('account.unknown');
  if (ward.status === 'closed') throw new ProblemError('account.closed');
  if (ward.guardianAccountId !== follows)
    throw new ProblemError('record.conflict', 'It has another guardian by now.');
  return ward;
}
