import { type NoticeReceipt, noticeReceipt } from '@coinwarden/contracts';
import type { NoticeSource } from '@coinwarden/domain';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../platform/access/requires.js';
import { ReceiveNotice } from './commands/receive-notice.js';

const SIGNED = 'A payment provider holds no API key: every notice is verified by its signature';
const RAW = { takesRaw: true };
const EMPTY = Buffer.alloc(0);

/** Where payment providers tell what happened. 200: stored. 401: not theirs. 503: send it again. */
@ApiTags('provider notices')
@Controller('v1/webhooks')
export class WebhookIntakeController {
  constructor(private readonly receiveNotice: ReceiveNotice) {}

  @Post('stripe')
  @HttpCode(200)
  @Public(SIGNED)
  @RouteConfig(RAW)
  @ApiOperation({ summary: 'Stripe events (Stripe-Signature)' })
  @ApiOkResponse({ standardSchema: noticeReceipt })
  stripe(@Req() request: FastifyRequest): Promise<NoticeReceipt> {
    return this.receive('stripe', request);
  }

  @Post('apple')
  @HttpCode(200)
  @Public(SIGNED)
  @RouteConfig(RAW)
  @ApiOperation({ summary: 'App Store Server Notifications V2 (signedPayload)' })
  @ApiOkResponse({ standardSchema: noticeReceipt })
  apple(@Req() request: FastifyRequest): Promise<NoticeReceipt> {
    return this.receive('apple', request);
  }

  @Post('google')
  @HttpCode(200)
  @Public(SIGNED)
  @RouteConfig(RAW)
  @ApiOperation({ summary: 'Google Play real-time developer notifications, pushed by Pub/Sub (OIDC token)' })
  @ApiOkResponse({ standardSchema: noticeReceipt })
  google(@Req() request: FastifyRequest): Promise<NoticeReceipt> {
    return this.receive('google', request);
  }

  @Post('standard')
  @HttpCode(200)
  @Public(SIGNED)
  @RouteConfig(RAW)
  @ApiOperation({ summary: 'Any other provider’s notices, passed on by the platform as Standard Webhooks' })
  @ApiOkResponse({ standardSchema: noticeReceipt })
  standard(@Req() request: FastifyRequest): Promise<NoticeReceipt> {
    return this.receive('standard', request);
  }

  @Post('adyen')
  @HttpCode(200)
  @Public(SIGNED)
  @RouteConfig(RAW)
  @ApiOperation({ summary: 'Adyen’s payment notices (hmacSignature)' })
  @ApiOkResponse({ standardSchema: noticeReceipt })
  adyen(@Req() request: FastifyRequest): Promise<NoticeReceipt> {
    return this.receive('adyen', request);
  }

  private receive(source: NoticeSource, { rawBody, headers }: FastifyRequest): Promise<NoticeReceipt> {
    return this.receiveNotice.run(source, { body: rawBody ?? EMPTY, headers });
  }
}
