import { type AuditRecordView, auditRecord as auditRecordSchema } from '@coinwarden/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { AUDIT_RESOURCE, type AuditRow, auditRecord } from './queries/audit-records.js';

@ApiTags('Audit')
@Controller('staff/audit')
export class AuditController {
  constructor(private readonly uow: UnitOfWork) {}

  @Get()
  @Requires('audit.read')
  @ApiOperation({ summary: 'Who did what, newest first' })
  @Lists(auditRecordSchema)
  list(): StaffList {
    return listOf(AUDIT_RESOURCE, auditRecord);
  }

  @Get(':id')
  @Requires('audit.read')
  @ApiOperation({ summary: 'One entry of the audit log' })
  @ApiOkResponse({ standardSchema: auditRecordSchema })
  async read(@Param('id') id: string): Promise<AuditRecordView> {
    const row = await findStaffRecord<AuditRow>(this.uow, AUDIT_RESOURCE, id);
    if (!row) throw new ProblemError('record.unknown');
    return auditRecord(row);
  }
}
