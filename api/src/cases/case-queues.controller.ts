import {
  type CaseOrderRequest,
  type CaseQueuePreview,
  type CaseQueueRequest,
  type CaseQueueRetirement,
  type CaseReviewer,
  type CaseReviewerRequest,
  caseOrderRequest,
  caseQueueId,
  caseQueuePreview,
  caseQueueRequest,
  caseQueueRetirement,
  caseReviewer,
  caseReviewerRequest,
  type StaffCaseDetail,
  type StaffQueue,
  staffCaseDetail,
  staffQueue,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, type StaffList, wholeList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { ClaimCase } from './commands/claim-case.js';
import { RetireQueue } from './commands/retire-queue.js';
import { SetUpQueues } from './commands/set-up-queues.js';
import { readReviewers } from './persistence/reviewers.store.js';
import { CasePage } from './queries/case-page.js';
import { QueuePreview } from './queries/queue-preview.js';
import { QueueList } from './queries/queue-records.js';

@ApiTags('staff: cases')
@Controller('staff')
export class CaseQueuesController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly queues: QueueList,
    private readonly setUp: SetUpQueues,
    private readonly retireQueue: RetireQueue,
    private readonly claimCase: ClaimCase,
    private readonly page: CasePage,
    private readonly previews: QueuePreview,
  ) {}

  /** All queues in their order, with what waits in them. */
  @Get('queues')
  @Requires('case.read')
  @Lists(staffQueue)
  async list(@CurrentStaff() staff: StaffActor): Promise<StaffList> {
    return wholeList('queues', await this.queues.for(staff));
  }

  @Get('queues/:queue')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: staffQueue })
  async one(@CurrentStaff() staff: StaffActor, @Param('queue') queueId: string): Promise<StaffQueue> {
    const found = (await this.queues.for(staff)).find(({ id }) => id === queueId);
    if (!found) throw new ProblemError('record.unknown', `There is no queue ${queueId}.`);
    return found;
  }

  /** Makes a queue, or changes what it takes and promises. */
  @Put('queues/:queue')
  @Requires('case.lead')
  @ApiOkResponse({ standardSchema: staffQueue })
  async put(
    @CurrentStaff() staff: StaffActor,
    @Param('queue', { schema: caseQueueId }) queueId: string,
    @Body({ schema: caseQueueRequest }) body: CaseQueueRequest,
  ): Promise<StaffQueue> {
    await this.setUp.queue(staff, queueId, body);
    return this.one(staff, queueId);
  }

  /** Takes it out of use; what waits in it goes to another queue. */
  @Post('queues/:queue/actions/retire')
  @HttpCode(200)
  @Requires('case.lead')
  @ApiOkResponse({ standardSchema: staffQueue })
  async retire(
    @CurrentStaff() staff: StaffActor,
    @Param('queue') queueId: string,
    @Body({ schema: caseQueueRetirement }) body: CaseQueueRetirement,
  ): Promise<StaffQueue> {
    await this.retireQueue.run(staff, queueId, body);
    return this.one(staff, queueId);
  }

  /** Where the alerts of the last weeks would have gone, had the queue been like this. Changes nothing. */
  @Post('queues/:queue/preview')
  @HttpCode(200)
  @Requires('case.lead')
  @ApiOkResponse({ standardSchema: caseQueuePreview })
  preview(
    @Param('queue', { schema: caseQueueId }) queueId: string,
    @Body({ schema: caseQueueRequest }) body: CaseQueueRequest,
  ): Promise<CaseQueuePreview> {
    return this.previews.of(queueId, body);
  }

  /** The order in which alerts are offered to the queues; the last takes what no other wants. */
  @Post('queues/order')
  @HttpCode(200)
  @Requires('case.lead')
  @ApiOkResponse({ standardSchema: z.array(staffQueue) })
  async order(
    @CurrentStaff() staff: StaffActor,
    @Body({ schema: caseOrderRequest }) body: CaseOrderRequest,
  ): Promise<readonly StaffQueue[]> {
    await this.setUp.order(staff, body.ids);
    return this.queues.for(staff);
  }

  /** Claims the most urgent case that nobody has and answers it; 204 when none waits. */
  @Post('queues/:queue/next')
  @HttpCode(200)
  @Requires('case.work')
  @ApiOkResponse({ standardSchema: staffCaseDetail })
  @ApiNoContentResponse({ description: 'Nothing waits in this queue.' })
  async next(
    @CurrentStaff() staff: StaffActor,
    @Param('queue') queueId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffCaseDetail | undefined> {
    const claimed = await this.claimCase.next(staff, queueId);
    if (claimed !== null) return this.page.read(claimed.caseId, staff);
    reply.status(204);
    return undefined;
  }

  /** Everybody who works cases, and what they can be handed. */
  @Get('case-reviewers')
  @Requires('case.read')
  @Lists(caseReviewer)
  async reviewers(): Promise<StaffList> {
    return wholeList('case-reviewers', await readReviewers(this.db));
  }

  @Put('case-reviewers/:id')
  @Requires('case.lead')
  @ApiOkResponse({ standardSchema: caseReviewer })
  setReviewer(
    @CurrentStaff() staff: StaffActor,
    @Param('id') staffId: string,
    @Body({ schema: caseReviewerRequest }) body: CaseReviewerRequest,
  ): Promise<CaseReviewer> {
    return this.setUp.reviewer(staff, staffId, body);
  }
}
