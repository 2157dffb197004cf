import {
  type AccountSecurityQuery,
  type AccountSecurityView,
  accountSecurity,
  accountSecurityQuery,
  id,
} from '@coinwarden/contracts';
import type { Permission } from '@coinwarden/domain';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { AccountSecurityPage } from './queries/account-security.js';

const NO_PERMISSIONS: ReadonlySet<Permission> = new Set();

@ApiTags('staff: accounts')
@Controller('staff/accounts')
export class StaffSecurityController {
  constructor(private readonly security: AccountSecurityPage) {}

  /** Known devices and places, sign-ins with what was unusual about them, and how much speaks for a takeover. */
  @Get(':id/security')
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: accountSecurity })
  read(
    @CurrentStaff() { permissions }: StaffActor,
    @Param('id', { schema: id }) accountId: string,
    @Query({ schema: accountSecurityQuery }) { masked }: AccountSecurityQuery,
  ): Promise<AccountSecurityView> {
    return this.security.read(accountId, masked ? NO_PERMISSIONS : permissions);
  }
}
