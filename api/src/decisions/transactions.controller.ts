import {
  type BatchRequest,
  batchAnswer,
  batchRequest,
  type DecisionAnswer,
  decisionAnswer,
  idempotencyKey,
  type TransactionDetail,
  type TransactionRequest,
  transactionDetail,
  transactionRequest,
} from '@coinwarden/contracts';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { EndHold } from './commands/end-hold.js';
import { SubmitTransactions } from './commands/submit-transactions.js';
import { TransactionPage } from './queries/transaction-page.js';

const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  description: 'Scoped to the account: the same key and body is answered again, never done again',
  required: true,
};

@ApiTags('transactions')
@Controller('v1/transactions')
export class TransactionsController {
  constructor(
    private readonly submit: SubmitTransactions,
    private readonly endHold: EndHold,
    private readonly page: TransactionPage,
  ) {}

  /** Decides one coin transaction; the coins have moved, are held or stayed when the answer arrives. */
  @Post()
  @HttpCode(200)
  @Requires('transaction.create')
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ standardSchema: decisionAnswer })
  decide(
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: transactionRequest }) transaction: TransactionRequest,
  ): Promise<DecisionAnswer> {
    return this.submit.one(keyFrom(key), transaction);
  }

  /** Decides up to 1,000 transactions in their order; a bad one fails alone. */
  @Post('batch')
  @HttpCode(200)
  @Requires('transaction.create')
  @ApiOkResponse({ standardSchema: batchAnswer })
  async decideBatch(@Req() request: FastifyRequest, @Body({ schema: batchRequest }) body: BatchRequest) {
    return { results: await this.submit.many(body.items, { url: request.url, id: request.id }) };
  }

  /** The transaction with its decision, every rule that fired, its journal entries and its provenance. */
  @Get(':transactionId')
  @Requires('transaction.read')
  @ApiOkResponse({ standardSchema: transactionDetail })
  read(@Param('transactionId') transactionId: string): Promise<TransactionDetail> {
    return this.page.read(transactionId);
  }

  /** The payment of a purchase decided with `captured: false` was taken: its coins can be spent. */
  @Post(':transactionId/capture')
  @HttpCode(200)
  @Requires('transaction.capture')
  @ApiOkResponse({ standardSchema: transactionDetail })
  capture(@Param('transactionId') transactionId: string, @CurrentActor() actor: Actor) {
    return this.end(transactionId, 'captured', actor);
  }

  /** The payment was not taken: the held coins are taken back. */
  @Post(':transactionId/void')
  @HttpCode(200)
  @Requires('transaction.capture')
  @ApiOkResponse({ standardSchema: transactionDetail })
  void(@Param('transactionId') transactionId: string, @CurrentActor() actor: Actor) {
    return this.end(transactionId, 'voided', actor);
  }

  private async end(
    transactionId: string,
    end: 'captured' | 'voided',
    actor: Actor,
  ): Promise<TransactionDetail> {
    await this.endHold.run({ transactionId, end, actor: { type: actor.type, id: actor.id } });
    return this.page.read(transactionId);
  }
}

function keyFrom(header: string | undefined): string {
  if (header === undefined || header === '') throw new ProblemError('idempotency.missing');
  const parsed = idempotencyKey.safeParse(header);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((i) => ({ pointer: '/headers/idempotency-key', detail: i.message }));
  throw new ProblemError('request.invalid', 'The Idempotency-Key header cannot be used.', errors);
}
