import { Module } from '@nestjs/common';
import { MoneyBackPoliciesModule } from '../../money-back-policies/money-back-policies.public.js';
import { BuildEvidence } from './build-evidence.js';
import { EditEvidence } from './edit-evidence.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceView } from './evidence-view.js';

@Module({
  imports: [MoneyBackPoliciesModule],
  controllers: [EvidenceController],
  providers: [BuildEvidence, EditEvidence, EvidenceView],
  exports: [BuildEvidence],
})
export class EvidenceModule {}
