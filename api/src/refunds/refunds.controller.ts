import {
  idempotencyKey,
  type Refund,
  type RefundAnswer,
  type RefundRequest,
  refund,
  refundAnswer,
  refundRequest,
} from '@coinwarden/contracts';
import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { RequestRefund } from './commands/request-refund.js';
import { RefundPage } from './queries/refund-page.js';
import { refundView } from './queries/refund-view.js';

const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  description:
    'Scoped to the account of the purchase: the same key and body is answered again, never done again',
  required: true,
};

@ApiTags('refunds')
@Controller('v1/refunds')
export class RefundsController {
  constructor(
    private readonly requestRefund: RequestRefund,
    private readonly page: RefundPage,
  ) {}

  /**
   * Asks for a refund of a purchase, all of it or a part. The answer says what the policy decided: `approved` is paid at
   * once, `pending_approval` waits for a person, `rejected` says why.
   */
  @Post()
  @HttpCode(200)
  @Requires('refund.create')
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ standardSchema: refundAnswer })
  request(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: refundRequest }) body: RefundRequest,
  ): Promise<RefundAnswer> {
    if (actor.type !== 'api_key') throw new Error('a member of staff on a route of the platform');
    return this.requestRefund.byPlatform(actor, keyFrom(key), body);
  }

  @Get(':refundId')
  @Requires('refund.read')
  @ApiOkResponse({ standardSchema: refund })
  async read(@Param('refundId') refundId: string): Promise<Refund> {
    return refundView(await this.page.find(refundId));
  }
}

function keyFrom(header: string | undefined): string {
  if (header === undefined || header === '') throw new ProblemError('idempotency.missing');
  const parsed = idempotencyKey.safeParse(header);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((i) => ({ pointer: '/headers/idempotency-key', detail: i.message }));
  throw new ProblemError('request.invalid', 'The Idempotency-Key header cannot be used.', errors);
}
