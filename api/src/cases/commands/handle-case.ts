import type { CaseActionRequest } from '@coinwarden/contracts';
import type { CaseAction } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { ActOnCase } from './act-on-case.js';
import { ClaimCase } from './claim-case.js';
import { DecideAppeal } from './decide-appeal.js';
import { DecideCase } from './decide-case.js';
import { MergeCases } from './merge-cases.js';
import { OpenAppeal } from './open-appeal.js';

/** Hands each action on a case to the command that does it. */
@Injectable()
export class HandleCase {
  constructor(
    private readonly claimCase: ClaimCase,
    private readonly actOnCase: ActOnCase,
    private readonly decideCase: DecideCase,
    private readonly mergeCases: MergeCases,
    private readonly openAppeal: OpenAppeal,
    private readonly decideAppeal: DecideAppeal,
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
      case 'decide':
        await this.decideCase.decide(staff, caseId, body);
        return;
      case 'confirm':
        await this.decideCase.confirm(staff, caseId, body);
        return;
      case 'send_back':
        await this.decideCase.sendBack(staff, caseId, body);
        return;
      case 'merge':
        return this.mergeCases.run(staff, caseId, body);
      case 'appeal':
        await this.openAppeal.byStaff(staff, caseId, body);
        return;
      case 'grant':
      case 'deny':
        return this.decideAppeal.run(staff, caseId, action, body);
    }
  }
}
