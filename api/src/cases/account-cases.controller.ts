import {
  type AccountReportAnswer,
  type AccountReportRequest,
  accountReportAnswer,
  accountReportRequest,
  type CaseActionRequest,
  caseActionRequest,
  id,
  type StaffCaseDetail,
  staffCaseDetail,
} from '@coinwarden/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { HandleCase } from './commands/handle-case.js';
import { ReportAccount } from './commands/report-account.js';
import { CasePage } from './queries/case-page.js';

const caseId = z.uuid();

/** What those do about cases who work none: they put an account before reviewers, and appeal for a customer. */
@ApiTags('staff: cases')
@Controller('staff')
export class AccountCasesController {
  constructor(
    private readonly page: CasePage,
    private readonly handle: HandleCase,
    private readonly reportAccount: ReportAccount,
  ) {}

  /** What somebody noticed about an account; answers the case that it is in. */
  @Post('accounts/:id/actions/report')
  @HttpCode(200)
  @Requires('account.report')
  @ApiOkResponse({ standardSchema: accountReportAnswer })
  report(
    @CurrentStaff() staff: StaffActor,
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: accountReportRequest }) { reason }: AccountReportRequest,
  ): Promise<AccountReportAnswer> {
    return this.reportAccount.run(staff, { accountId, reason });
  }

  /** Appeals against the last decision of a case for its account, in the customer's words. */
  @Post('cases/:id/actions/appeal')
  @HttpCode(200)
  @Requires('appeal.create')
  @ApiOkResponse({ standardSchema: staffCaseDetail })
  async appeal(
    @CurrentStaff() staff: StaffActor,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: caseActionRequest }) body: CaseActionRequest,
  ): Promise<StaffCaseDetail> {
    await this.handle.run(staff, id, 'appeal', body);
    return this.page.read(id, staff);
  }
}
