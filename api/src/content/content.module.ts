import { Module } from '@nestjs/common';
import { ListsModule } from '../lists/lists.public.js';
import { RiskModule } from '../risk/risk.public.js';
import { ContentMetrics } from './commands/content-metrics.js';
import { ReviewContent } from './commands/review-content.js';
import { ScanContent } from './commands/scan-content.js';
import { ScanReported } from './commands/scan-reported.js';
import { SubmitTexts } from './commands/submit-texts.js';
import { ContentController } from './content.controller.js';
import { ContentReferencesCache } from './content-references-cache.js';
import { ContentScanPage } from './queries/content-scan-page.js';
import { ContentTrials } from './queries/content-trials.js';
import { FindDomains } from './queries/find-domains.js';
import { FindScans } from './queries/find-scans.js';
import { StaffContentScansController } from './staff-content-scans.controller.js';

@Module({
  imports: [ListsModule, RiskModule],
  controllers: [ContentController, StaffContentScansController],
  providers: [
    FindScans,
    FindDomains,
    ContentMetrics,
    ContentReferencesCache,
    ScanContent,
    ScanReported,
    SubmitTexts,
    ReviewContent,
    ContentScanPage,
    ContentTrials,
  ],
  exports: [ScanContent],
})
export class ContentModule {}
