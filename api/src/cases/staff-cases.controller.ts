import {
  type CaseActionRequest,
  type CaseBulkAnswer,
  type CaseBulkRequest,
  type CaseHeartbeat,
  caseActionRequest,
  caseBulkAnswer,
  caseBulkRequest,
  caseHeartbeat,
  type SimilarCase,
  type StaffCaseDetail,
  similarCase,
  staffCase,
  staffCaseDetail,
  type UndoneEffectView,
  undoneEffect,
} from '@coinwarden/contracts';
import { CASE_ACTIONS, type CaseAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Clock } from '../platform/clock/clock.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { DecideAppeal } from './commands/decide-appeal.js';
import { DecideMany } from './commands/decide-many.js';
import { HandleCase } from './commands/handle-case.js';
import { NoteHeartbeat } from './commands/note-heartbeat.js';
import { CasePage } from './queries/case-page.js';
import { CASES, staffCaseFor } from './queries/case-records.js';
import { SimilarCases } from './queries/similar-cases.js';

const caseId = z.uuid();

@ApiTags('staff: cases')
@Controller('staff/cases')
export class StaffCasesController {
  constructor(
    private readonly clock: Clock,
    private readonly page: CasePage,
    private readonly similarCases: SimilarCases,
    private readonly handle: HandleCase,
    private readonly decideMany: DecideMany,
    private readonly decideAppeal: DecideAppeal,
    private readonly heartbeat: NoteHeartbeat,
  ) {}

  @Get()
  @Requires('case.read')
  @Lists(staffCase)
  list(@CurrentStaff() staff: StaffActor): StaffList {
    const toRecord = staffCaseFor(staff, this.clock.now());
    return listOf(CASES, toRecord);
  }

  /** Decides up to a hundred cases alike, each for itself. */
  @Post('bulk-decide')
  @HttpCode(200)
  @Requires('case.work')
  @ApiOkResponse({ standardSchema: caseBulkAnswer })
  bulk(
    @CurrentStaff() staff: StaffActor,
    @Body({ schema: caseBulkRequest }) body: CaseBulkRequest,
  ): Promise<CaseBulkAnswer> {
    return this.decideMany.run(staff, body);
  }

  @Get(':id')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: staffCaseDetail })
  one(@CurrentStaff() staff: StaffActor, @Param('id') id: string): Promise<StaffCaseDetail> {
    return this.page.read(id, staff);
  }

  /** Decided cases of other accounts with the same strongest reason. */
  @Get(':id/similar')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: z.array(similarCase) })
  similar(
    @CurrentStaff() staff: StaffActor,
    @Param('id', { schema: caseId }) id: string,
  ): Promise<readonly SimilarCase[]> {
    return this.similarCases.of(id, staff);
  }

  /** What granting its appeal would undo now, and what would stay and why. */
  @Get(':id/appeal-preview')
  @Requires('case.lead')
  @ApiOkResponse({ standardSchema: z.array(undoneEffect) })
  appealPreview(
    @CurrentStaff() staff: StaffActor,
    @Param('id', { schema: caseId }) id: string,
  ): Promise<readonly UndoneEffectView[]> {
    return this.decideAppeal.preview(staff, id);
  }

  /** What is open to whom, the record's `allowedActions` say. */
  @Post(':id/actions/:action')
  @HttpCode(200)
  @Requires('case.work')
  @ApiOkResponse({ standardSchema: staffCaseDetail })
  async act(
    @CurrentStaff() staff: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(CASE_ACTIONS) }) action: CaseAction,
    @Body({ schema: caseActionRequest }) body: CaseActionRequest,
  ): Promise<StaffCaseDetail> {
    const { id: found } = await this.page.read(id, staff);
    await this.handle.run(staff, found, action, body);
    return this.page.read(found, staff);
  }

  /** Sent while the case is open on somebody's screen: others see that, and a lease goes on. */
  @Post(':id/heartbeat')
  @HttpCode(200)
  @Requires('case.work')
  @ApiOkResponse({ standardSchema: caseHeartbeat })
  beat(
    @CurrentStaff() staff: StaffActor,
    @Param('id', { schema: caseId }) id: string,
  ): Promise<CaseHeartbeat> {
    return this.heartbeat.run(staff, id);
  }
}
