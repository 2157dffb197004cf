import {
  type StaffWebhookDelivery,
  staffWebhookDelivery,
  webhookEndpointAction,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { ReplayDelivery } from './commands/replay-delivery.js';
import { DELIVERIES, type DeliveryRow, toDeliveryRecord } from './queries/webhook-records.js';

@ApiTags('staff: webhooks')
@Controller('staff/webhook-deliveries')
export class WebhookDeliveriesController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly replayDelivery: ReplayDelivery,
  ) {}

  @Get()
  @Requires('webhook.read')
  @Lists(staffWebhookDelivery)
  list(@CurrentStaff() staff: StaffActor): StaffList {
    return listOf(DELIVERIES, toDeliveryRecord(staff));
  }

  @Get(':id')
  @Requires('webhook.read')
  @ApiOkResponse({ standardSchema: staffWebhookDelivery })
  async get(@CurrentStaff() staff: StaffActor, @Param('id') id: string): Promise<StaffWebhookDelivery> {
    return toDeliveryRecord(staff)(await this.find(id));
  }

  @Post(':id/actions/replay')
  @HttpCode(200)
  @Requires('webhook.write')
  @ApiOkResponse({ standardSchema: staffWebhookDelivery })
  async replay(
    @CurrentStaff() staff: StaffActor,
    @Param('id') id: string,
    @Body({ schema: webhookEndpointAction }) { reason }: z.infer<typeof webhookEndpointAction>,
  ): Promise<StaffWebhookDelivery> {
    const { delivery_id } = await this.find(id);
    await this.replayDelivery.run(staff, delivery_id, reason);
    return toDeliveryRecord(staff)(await this.find(id));
  }

  private async find(id: string): Promise<DeliveryRow> {
    const row = await findStaffRecord<DeliveryRow>(this.db, DELIVERIES, id);
    if (!row) throw new ProblemError('record.unknown', 'There is no such delivery.');
    return row;
  }
}
