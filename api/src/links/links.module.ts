import { Module } from '@nestjs/common';
import { FoldTransfers } from './commands/fold-transfers.js';
import { GatherTransfers } from './commands/gather-transfers.js';
import { JudgeRing } from './commands/judge-ring.js';
import { PlaceFindings } from './commands/place-findings.js';
import { AccountStatusJob } from './jobs/account-status.job.js';
import { FoldTransfersJob } from './jobs/fold-transfers.job.js';
import { GatherTransfersJob } from './jobs/gather-transfers.job.js';
import { AccountLinks } from './queries/account-links.js';
import { FindAddresses } from './queries/find-addresses.js';
import { FindDevices } from './queries/find-devices.js';
import { FindInstruments } from './queries/find-instruments.js';
import { FindRings } from './queries/find-rings.js';
import { RingPage } from './queries/ring-page.js';
import { StaffLinksController } from './staff-links.controller.js';
import { StaffRingsController } from './staff-rings.controller.js';

@Module({
  controllers: [StaffLinksController, StaffRingsController],
  providers: [
    FindRings,
    FindInstruments,
    FindAddresses,
    FindDevices,
    AccountLinks,
    FoldTransfers,
    GatherTransfers,
    JudgeRing,
    PlaceFindings,
    RingPage,
    AccountStatusJob,
    FoldTransfersJob,
    GatherTransfersJob,
  ],
  exports: [FoldTransfers, GatherTransfers],
})
export class LinksModule {}
