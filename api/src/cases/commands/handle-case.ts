import type { CaseActionRequest } from '@coinwarden/contracts';
import type { CaseAction } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { ActOnCase } from './act-on-case.js';
import { ClaimCase } from './claim-case.js';

/** Hands each action on a case to the command that does it. */
@Injectable()
export class HandleCase {
  constructor(
    private readonly claimCase: ClaimCase,
    private readonly actOnCase: ActOnCase,
  ) {}

  async run(staff: StaffActor, caseId: string, action: CaseAction, body: CaseActionRequest): Promise<void> {
    switch (action) {
      case 'claim':
        await this.claimCase.claim(staff, caseId);
        return;
      case 'release':
        await this.claimCase.release(staff, caseId);
        return;
      case 'escalate':
      case 'snooze':
      case 'wake':
      case 'reopen':
      case 'assign':
      case 'note':
        return this.actOnCase.run(staff, caseId, action, body);
      default:
        throw new ProblemError('action.not_allowed');
    }
  }
}
