import {
  type HoldAction,
  holdAction,
  type StaffDecision,
  type StaffTransactionDetail,
  staffDecision,
  staffTransaction,
  staffTransactionDetail,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { EndHold } from './commands/end-hold.js';
import { DECISIONS, decisionRecordOf } from './queries/decision-records.js';
import { TransactionPage } from './queries/transaction-page.js';
import {
  TRANSACTIONS,
  type TransactionListRow,
  transactionDetailRecord,
  transactionRecord,
} from './queries/transaction-records.js';

@ApiTags('staff: transactions')
@Controller('staff')
export class StaffTransactionsController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly page: TransactionPage,
    private readonly endHold: EndHold,
  ) {}

  /** Transactions with the reasons of their decision; `status: held` is the review queue. */
  @Get('transactions')
  @Requires('transaction.read')
  @Lists(staffTransaction)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(TRANSACTIONS, (row: TransactionListRow) => transactionRecord(row, actor.permissions));
  }

  @Get('transactions/:id')
  @Requires('transaction.read')
  @ApiOkResponse({ standardSchema: staffTransactionDetail })
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffTransactionDetail> {
    return transactionDetailRecord(await this.page.read(id), actor.permissions);
  }

  /** Posts what was held: the gift arrives, the purchase can be spent, the withdrawal is paid. */
  @Post('transactions/:id/actions/release')
  @HttpCode(200)
  @Requires('transaction.review')
  @ApiOkResponse({ standardSchema: staffTransactionDetail })
  release(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: holdAction }) body: HoldAction,
  ) {
    return this.end(actor, id, 'released', body);
  }

  /** Gives back what was held; a captured purchase opens its refund. Needs a reason. */
  @Post('transactions/:id/actions/decline')
  @HttpCode(200)
  @Requires('transaction.review')
  @ApiOkResponse({ standardSchema: staffTransactionDetail })
  decline(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: holdAction }) body: HoldAction,
  ) {
    if (!body.reason)
      throw new ProblemError('action.reason_required', 'Say why the transaction is declined.');
    return this.end(actor, id, 'declined', body);
  }

  /** The same rows as decisions: what was decided, by which ruleset version, on which values. */
  @Get('decisions')
  @Requires('transaction.read')
  @Lists(staffDecision)
  decisions(): StaffList {
    return listOf(DECISIONS, decisionRecordOf);
  }

  @Get('decisions/:id')
  @Requires('transaction.read')
  @ApiOkResponse({ standardSchema: staffDecision })
  async decision(@Param('id') id: string): Promise<StaffDecision> {
    const row = await findStaffRecord<TransactionListRow>(this.db, DECISIONS, id);
    if (row === null) throw new ProblemError('record.unknown');
    return decisionRecordOf(row);
  }

  private async end(actor: StaffActor, id: string, end: 'released' | 'declined', { reason }: HoldAction) {
    await this.endHold.run({ transactionId: id, end, actor: { type: 'staff', id: actor.id }, reason });
    return this.one(actor, id);
  }
}
