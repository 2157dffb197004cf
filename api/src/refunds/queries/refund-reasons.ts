import type { StaffRefundReason } from '@coinwarden/contracts';
import { requesterKindOf } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { MoneyBackPolicies } from '../../money-back-policies/money-back-policies.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** The catalogue of reasons, as the one who asks may use it. */
@Injectable()
export class RefundReasonList {
  constructor(
    private readonly db: UnitOfWork,
    private readonly policies: MoneyBackPolicies,
  ) {}

  async for(actor: StaffActor): Promise<StaffRefundReason[]> {
    const { policy } = await this.policies.current(this.db, 'reasons');
    const kind = requesterKindOf(actor.role);
    return policy.reasons.map((reason) => ({
      id: reason.code,
      code: reason.code,
      label: reason.label,
      requesters: [...reason.requesters],
      noteRequired: reason.noteRequired,
      cause: reason.cause,
      usable: reason.requesters.includes(kind),
    }));
  }
}
