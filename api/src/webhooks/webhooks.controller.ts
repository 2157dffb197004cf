import {
  type CreateWebhookEndpoint,
  createWebhookEndpoint,
  type ReplayWebhooks,
  replayWebhooks,
  type StaffWebhookEndpoint,
  staffWebhookEndpoint,
  type WebhookEndpointSecret,
  type WebhookReplay,
  webhookEndpointAction,
  webhookEndpointSecret,
  webhookReplay,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { ChangeEndpoint } from './commands/change-endpoint.js';
import { CreateEndpoint } from './commands/create-endpoint.js';
import type { EndpointRow } from './persistence/webhook-endpoints.store.js';
import { ENDPOINTS, toEndpointRecord } from './queries/webhook-records.js';

type Action = z.infer<typeof webhookEndpointAction>;

@ApiTags('staff: webhooks')
@Controller('staff/webhooks')
export class WebhooksController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly createEndpoint: CreateEndpoint,
    private readonly change: ChangeEndpoint,
  ) {}

  @Get()
  @Requires('webhook.read')
  @Lists(staffWebhookEndpoint)
  list(@CurrentStaff() staff: StaffActor): StaffList {
    return listOf(ENDPOINTS, toEndpointRecord(staff));
  }

  @Get(':id')
  @Requires('webhook.read')
  @ApiOkResponse({ standardSchema: staffWebhookEndpoint })
  get(@CurrentStaff() staff: StaffActor, @Param('id') id: string): Promise<StaffWebhookEndpoint> {
    return this.record(staff, id);
  }

  /** The answer carries the signing secret, this once. */
  @Post()
  @Requires('webhook.write')
  @ApiCreatedResponse({ standardSchema: webhookEndpointSecret })
  async create(
    @CurrentStaff() staff: StaffActor,
    @Body({ schema: createWebhookEndpoint }) body: CreateWebhookEndpoint,
  ): Promise<WebhookEndpointSecret> {
    const { endpointId, secret } = await this.createEndpoint.run(staff, body);
    return { ...(await this.record(staff, endpointId)), secret };
  }

  @Post(':id/actions/enable')
  @HttpCode(200)
  @Requires('webhook.write')
  @ApiOkResponse({ standardSchema: staffWebhookEndpoint })
  async enable(
    @CurrentStaff() staff: StaffActor,
    @Param('id') id: string,
    @Body({ schema: webhookEndpointAction }) { reason }: Action,
  ): Promise<StaffWebhookEndpoint> {
    await this.change.enable({ staff, endpointId: await this.known(id), reason });
    return this.record(staff, id);
  }

  @Post(':id/actions/disable')
  @HttpCode(200)
  @Requires('webhook.write')
  @ApiOkResponse({ standardSchema: staffWebhookEndpoint })
  async disable(
    @CurrentStaff() staff: StaffActor,
    @Param('id') id: string,
    @Body({ schema: webhookEndpointAction }) { reason }: Action,
  ): Promise<StaffWebhookEndpoint> {
    await this.change.disable({ staff, endpointId: await this.known(id), reason });
    return this.record(staff, id);
  }

  /** The new secret is shown this once; the former one signs along for a day. */
  @Post(':id/actions/rotate-secret')
  @HttpCode(200)
  @Requires('webhook.write')
  @ApiOkResponse({ standardSchema: webhookEndpointSecret })
  async rotateSecret(
    @CurrentStaff() staff: StaffActor,
    @Param('id') id: string,
    @Body({ schema: webhookEndpointAction }) { reason }: Action,
  ): Promise<WebhookEndpointSecret> {
    const secret = await this.change.rotateSecret({ staff, endpointId: await this.known(id), reason });
    return { ...(await this.record(staff, id)), secret };
  }

  /** Sends an `endpoint.test` event. */
  @Post(':id/actions/test')
  @HttpCode(200)
  @Requires('webhook.write')
  @ApiOkResponse({ standardSchema: staffWebhookEndpoint })
  async test(
    @CurrentStaff() staff: StaffActor,
    @Param('id') id: string,
    @Body({ schema: webhookEndpointAction }) { reason }: Action,
  ): Promise<StaffWebhookEndpoint> {
    await this.change.sendTest({ staff, endpointId: await this.known(id), reason });
    return this.record(staff, id);
  }

  @Post(':id/actions/replay')
  @HttpCode(200)
  @Requires('webhook.write')
  @ApiOkResponse({ standardSchema: webhookReplay })
  async replay(
    @CurrentStaff() staff: StaffActor,
    @Param('id') id: string,
    @Body({ schema: replayWebhooks }) body: ReplayWebhooks,
  ): Promise<WebhookReplay> {
    const { reason } = body;
    const replayed = await this.change.replay({ staff, endpointId: await this.known(id), reason }, body);
    return { ...(await this.record(staff, id)), replayed };
  }

  private async record(staff: StaffActor, id: string): Promise<StaffWebhookEndpoint> {
    const row = await findStaffRecord<EndpointRow>(this.db, ENDPOINTS, id);
    if (!row) throw new ProblemError('record.unknown', 'There is no such webhook endpoint.');
    return toEndpointRecord(staff)(row);
  }

  /** The id of an endpoint that exists, in the form it is stored. */
  private async known(id: string): Promise<string> {
    const row = await findStaffRecord<EndpointRow>(this.db, ENDPOINTS, id);
    if (!row) throw new ProblemError('record.unknown', 'There is no such webhook endpoint.');
    return row.endpoint_id;
  }
}
