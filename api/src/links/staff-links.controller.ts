import {
  type AccountLinksQuery,
  type AccountLinks as AccountLinksView,
  accountLinks,
  accountLinksQuery,
} from '@coinwarden/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { AccountLinks } from './queries/account-links.js';

@ApiTags('staff: links')
@Controller('staff/accounts')
export class StaffLinksController {
  constructor(private readonly links: AccountLinks) {}

  /** Whom the account is tied to: gifts, and devices, instruments, addresses and payout destinations that few share. */
  @Get(':id/links')
  @Requires('ring.read')
  @ApiOkResponse({ standardSchema: accountLinks })
  read(
    @CurrentStaff() { permissions }: StaffActor,
    @Param('id') id: string,
    @Query({ schema: accountLinksQuery }) query: AccountLinksQuery,
  ): Promise<AccountLinksView> {
    return this.links.read(id, query, permissions);
  }
}
