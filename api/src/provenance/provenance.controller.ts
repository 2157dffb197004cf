import {
  type AccountProvenance,
  accountProvenance,
  id,
  type ProvenanceQuery,
  provenanceQuery,
  type TransactionProvenance,
  transactionProvenance,
} from '@coinwarden/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { AccountProvenanceQuery } from './queries/account-provenance.js';
import { TransactionProvenanceQuery } from './queries/transaction-provenance.js';

@ApiTags('provenance')
@Controller()
export class ProvenanceController {
  constructor(
    private readonly transactions: TransactionProvenanceQuery,
    private readonly accounts: AccountProvenanceQuery,
  ) {}

  /** Where its coins came from and what became of them, back to every purchase and on to every withdrawal. */
  @Get('v1/transactions/:transactionId/provenance')
  @Requires('transaction.read')
  @ApiOkResponse({ standardSchema: transactionProvenance })
  ofTransaction(
    @Param('transactionId') transactionId: string,
    @Query({ schema: provenanceQuery }) { limit }: ProvenanceQuery,
  ): Promise<TransactionProvenance> {
    return this.transactions.read(transactionId, limit);
  }

  /** Every purchase behind the diamonds the account has now. */
  @Get('v1/accounts/:accountId/provenance')
  @Requires('transaction.read')
  @ApiOkResponse({ standardSchema: accountProvenance })
  ofAccount(
    @Param('accountId', { schema: id }) accountId: string,
    @Query({ schema: provenanceQuery }) { limit }: ProvenanceQuery,
  ): Promise<AccountProvenance> {
    return this.accounts.read(accountId, limit);
  }

  /** The same for staff. */
  @Get('staff/transactions/:id/provenance')
  @Requires('transaction.read')
  @ApiOkResponse({ standardSchema: transactionProvenance })
  ofTransactionForStaff(
    @Param('id') transactionId: string,
    @Query({ schema: provenanceQuery }) { limit }: ProvenanceQuery,
  ): Promise<TransactionProvenance> {
    return this.transactions.read(transactionId, limit);
  }

  /** The same for staff. */
  @Get('staff/accounts/:id/provenance')
  @Requires('transaction.read')
  @ApiOkResponse({ standardSchema: accountProvenance })
  ofAccountForStaff(
    @Param('id', { schema: id }) accountId: string,
    @Query({ schema: provenanceQuery }) { limit }: ProvenanceQuery,
  ): Promise<AccountProvenance> {
    return this.accounts.read(accountId, limit);
  }
}
