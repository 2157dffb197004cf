import {
  type CaseBulkAnswer,
  type CaseBulkRequest,
  type CaseDecisionRequest,
  PROBLEMS,
} from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { databaseRefusal } from '../../platform/database/refusals.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { DecideCase } from './decide-case.js';

/** Decides many cases alike, each in a transaction of its own: what one is refused stops no other. */
@Injectable()
export class DecideMany {
  constructor(private readonly decideCase: DecideCase) {}

  async run(staff: StaffActor, { ids, decision, revisions = {} }: CaseBulkRequest): Promise<CaseBulkAnswer> {
    const results: CaseBulkAnswer['results'] = [];
    for (const id of new Set(ids)) {
      const revision = revisions[id];
      results.push(await this.one(staff, id, { ...decision, ...(revision !== undefined && { revision }) }));
    }
    return { results };
  }

  private async one(staff: StaffActor, id: string, decision: CaseDecisionRequest) {
    try {
      const { status } = await this.decideCase.decide(staff, id, decision);
      return { id, status, problem: null };
    } catch (error) {
      return { id, status: null, problem: problemOf(error) };
    }
  }
}

/** Whoever was crossed by somebody else may be tried again; what is not foreseen fails the whole call. */
function problemOf(error: unknown) {
  const refused = databaseRefusal(error) === 'unavailable' ? new ProblemError('service.unavailable') : error;
  if (!(refused instanceof ProblemError)) throw error;
  const { code, errors } = refused;
  const { title } = PROBLEMS[code];
  return { code, title, detail: refused.message, errors: [...errors] };
}
