import {
  type ContentScanAnswer,
  type ContentScanBatchRequest,
  type ContentScanRequest,
  contentScanAnswer,
  contentScanBatchAnswer,
  contentScanBatchRequest,
  contentScanRequest,
} from '@coinwarden/contracts';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Requires } from '../platform/access/requires.js';
import { ScanContent } from './commands/scan-content.js';
import { SubmitTexts } from './commands/submit-texts.js';

@ApiTags('content')
@Controller('v1/content/scan')
export class ContentController {
  constructor(
    private readonly scanContent: ScanContent,
    private readonly submit: SubmitTexts,
  ) {}

  /** Judges what an account wrote: a comment, a message, a name or a bio. The verdict names its evidence. */
  @Post()
  @HttpCode(200)
  @Requires('content.scan')
  @ApiOkResponse({ standardSchema: contentScanAnswer })
  scan(@Body({ schema: contentScanRequest }) request: ContentScanRequest): Promise<ContentScanAnswer> {
    return this.scanContent.one(request);
  }

  /** Judges up to 1,000 texts; a bad one fails alone. */
  @Post('batch')
  @HttpCode(200)
  @Requires('content.scan')
  @ApiOkResponse({ standardSchema: contentScanBatchAnswer })
  async scanBatch(
    @Req() request: FastifyRequest,
    @Body({ schema: contentScanBatchRequest }) { items }: ContentScanBatchRequest,
  ) {
    return { results: await this.submit.many(items, { url: request.url, id: request.id }) };
  }
}
