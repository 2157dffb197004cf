import {
  type AccountEventAnswer,
  type AccountEventRequest,
  accountEventAnswer,
  accountEventRequest,
} from '@coinwarden/contracts';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { RecordAccountEvent } from './commands/record-account-event.js';

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly recordAccountEvent: RecordAccountEvent) {}

  /** Tells what happened around an account: sign-ins, changed credentials, reports by users. */
  @Post()
  @Requires('event.create')
  @ApiCreatedResponse({ standardSchema: accountEventAnswer })
  record(@Body({ schema: accountEventRequest }) request: AccountEventRequest): Promise<AccountEventAnswer> {
    return this.recordAccountEvent.execute(request);
  }
}
