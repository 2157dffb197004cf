import {
  type CreateStaffRequest,
  createStaffRequest,
  type StaffRecord,
  type StaffWithPassword,
  staffActionRequest,
  staffRecord,
  staffWithPassword,
  updateStaffRequest,
} from '@coinwarden/contracts';
import { type Role, STAFF_ACTIONS, type StaffAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { ActOnStaff } from './commands/act-on-staff.js';
import { CreateStaff } from './commands/create-staff.js';
import { RenameStaff } from './commands/rename-staff.js';
import { STAFF_RESOURCE, type StaffListRow, staffRecordFor } from './queries/staff-records.js';

const staffId = z.uuid({ error: 'must be the id of a member of staff' });
const action = z.enum(STAFF_ACTIONS);

@ApiTags('Staff')
@Controller('staff/staff')
export class StaffController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly createStaff: CreateStaff,
    private readonly renameStaff: RenameStaff,
    private readonly actOnStaff: ActOnStaff,
  ) {}

  @Get()
  @Requires('staff.read')
  @ApiOperation({ summary: 'List members of staff' })
  @Lists(staffRecord)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(STAFF_RESOURCE, staffRecordFor(actor));
  }

  @Get(':id')
  @Requires('staff.read')
  @ApiOperation({ summary: 'One member of staff' })
  @ApiOkResponse({ standardSchema: staffRecord })
  async read(@Param('id') id: string, @CurrentStaff() actor: StaffActor): Promise<StaffRecord> {
    const row = await findStaffRecord<StaffListRow>(this.uow, STAFF_RESOURCE, id);
    if (!row) throw new ProblemError('record.unknown');
    return staffRecordFor(actor)(row);
  }

  @Post()
  @Requires('staff.write')
  @ApiOperation({ summary: 'Add a member of staff; answers a one-time password, once' })
  @ApiCreatedResponse({ standardSchema: staffWithPassword })
  async create(
    @Body({ schema: createStaffRequest }) body: CreateStaffRequest,
    @CurrentStaff() actor: StaffActor,
  ): Promise<StaffWithPassword> {
    const created = await this.createStaff.run(body, {
      audit: { type: 'staff', id: actor.id },
      acting: actor,
    });
    return { ...(await this.read(created.staffId, actor)), oneTimePassword: created.password };
  }

  @Put(':id')
  @Requires('staff.write')
  @ApiOperation({ summary: 'Rename a member of staff' })
  @ApiOkResponse({ standardSchema: staffRecord })
  async update(
    @Param('id', { schema: staffId }) id: string,
    @Body({ schema: updateStaffRequest }) body: { displayName: string },
    @CurrentStaff() actor: StaffActor,
  ): Promise<StaffRecord> {
    await this.renameStaff.run(actor, id, body.displayName);
    return this.read(id, actor);
  }

  @Post(':id/actions/:action')
  @HttpCode(200)
  @Requires('staff.write')
  @ApiOperation({ summary: 'Disable, enable, reset, sign out or change the role of a member of staff' })
  @ApiOkResponse({ standardSchema: z.union([staffWithPassword, staffRecord]) })
  async act(
    @Param('id', { schema: staffId }) id: string,
    @Param('action', { schema: action }) name: StaffAction,
    @Body({ schema: staffActionRequest }) body: { reason?: string; role?: Role },
    @CurrentStaff() actor: StaffActor,
  ): Promise<StaffRecord | StaffWithPassword> {
    const { oneTimePassword } = await this.actOnStaff.run({ actor, staffId: id, action: name, ...body });
    const record = await this.read(id, actor);
    return oneTimePassword === null ? record : { ...record, oneTimePassword };
  }
}
