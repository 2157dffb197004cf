import { type RoleRecord, roleRecord } from '@coinwarden/contracts';
import { PERMISSIONS, ROLE_KEYS, ROLES, type Role } from '@coinwarden/domain';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, type StaffList, wholeList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';

/** Roles are part of the program, so this list is short and whole whatever page is asked for. */
@ApiTags('Staff')
@Controller('staff/roles')
export class RolesController {
  constructor(private readonly uow: UnitOfWork) {}

  @Get()
  @Requires('staff.read')
  @ApiOperation({ summary: 'The roles and what each may do' })
  @Lists(roleRecord)
  async list(): Promise<StaffList> {
    const counts = await this.staffCounts();
    return wholeList(
      'roles',
      ROLE_KEYS.map((role) => recordOf(role, counts.get(role) ?? 0)),
    );
  }

  @Get(':id')
  @Requires('staff.read')
  @ApiOperation({ summary: 'One role' })
  @ApiOkResponse({ standardSchema: roleRecord })
  async read(@Param('id') id: string): Promise<RoleRecord> {
    const role = ROLE_KEYS.find((key) => key === id);
    if (!role) throw new ProblemError('record.unknown');
    return recordOf(role, (await this.staffCounts()).get(role) ?? 0);
  }

  private async staffCounts(): Promise<Map<string, number>> {
    const rows = await this.uow.query<{ role: string; count: number }>(
      `SELECT role, count(*)::int AS count FROM staff WHERE status = 'active' GROUP BY role`,
    );
    return new Map(rows.map((row) => [row.role, row.count]));
  }
}

const recordOf = (role: Role, staffCount: number): RoleRecord => ({
  id: role,
  name: ROLES[role].name,
  description: ROLES[role].description,
  requiresTotp: ROLES[role].requiresTotp,
  permissions: ROLES[role].permissions.map((key) => ({ key, ...PERMISSIONS[key] })),
  staffCount,
  allowedActions: [],
});
