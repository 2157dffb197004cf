import { type Dispute, dispute } from '@coinwarden/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { DisputePage } from './queries/dispute-page.js';
import { disputeView } from './queries/dispute-view.js';

@ApiTags('disputes')
@Controller('v1/disputes')
export class DisputesController {
  constructor(private readonly page: DisputePage) {}

  /** A cardholder's claim against a purchase, as it stands. */
  @Get(':disputeId')
  @Requires('dispute.read')
  @ApiOkResponse({ standardSchema: dispute })
  async read(@Param('disputeId') disputeId: string): Promise<Dispute> {
    return disputeView(await this.page.find(disputeId));
  }
}
