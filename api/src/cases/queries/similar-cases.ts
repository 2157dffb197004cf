import type { SimilarCase } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { unknownCase } from '../commands/case-context.js';
import { readCase } from '../persistence/cases.store.js';
import { readSimilar } from './related-cases.js';

/** How others like this one were decided. */
@Injectable()
export class SimilarCases {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async of(caseId: string, staff: StaffActor): Promise<SimilarCase[]> {
    const record = await readCase(this.db, caseId);
    if (record === null) throw unknownCase(caseId);
    return readSimilar(this.db, record, { staff, now: this.clock.now() });
  }
}
