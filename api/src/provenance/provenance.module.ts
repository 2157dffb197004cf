import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions/decisions.public.js';
import { ProvenanceController } from './provenance.controller.js';
import { AccountProvenanceQuery } from './queries/account-provenance.js';
import { TransactionProvenanceQuery } from './queries/transaction-provenance.js';

@Module({
  imports: [DecisionsModule],
  controllers: [ProvenanceController],
  providers: [TransactionProvenanceQuery, AccountProvenanceQuery],
})
export class ProvenanceModule {}
