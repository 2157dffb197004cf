import {
  type GuardianLink,
  type Guardianship,
  type GuardianUnlink,
  guardianLink,
  guardianship,
  guardianUnlink,
  id,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { LinkGuardian } from './commands/link-guardian.js';
import { Guardianships } from './queries/guardianship.js';

@ApiTags('staff: accounts')
@Controller('staff/accounts/:id')
export class StaffGuardiansController {
  constructor(
    private readonly guardianships: Guardianships,
    private readonly linkGuardian: LinkGuardian,
  ) {}

  /** Who answers for the account, and for whom it answers. */
  @Get('guardianship')
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: guardianship })
  read(
    @CurrentStaff() actor: StaffActor,
    @Param('id', { schema: id }) accountId: string,
  ): Promise<Guardianship> {
    return this.guardianships.read(actor, accountId);
  }

  /** Names a guardian, in the place of the one there is. */
  @Post('actions/link_guardian')
  @HttpCode(200)
  @Requires('limit.enforce')
  @ApiOkResponse({ standardSchema: guardianship })
  async link(
    @CurrentStaff() actor: StaffActor,
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: guardianLink }) request: GuardianLink,
  ): Promise<Guardianship> {
    await this.linkGuardian.link(actor, accountId, request);
    return this.guardianships.read(actor, accountId);
  }

  /** Takes the guardian away. */
  @Post('actions/unlink_guardian')
  @HttpCode(200)
  @Requires('limit.enforce')
  @ApiOkResponse({ standardSchema: guardianship })
  async unlink(
    @CurrentStaff() actor: StaffActor,
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: guardianUnlink }) request: GuardianUnlink,
  ): Promise<Guardianship> {
    await this.linkGuardian.unlink(actor, accountId, request);
    return this.guardianships.read(actor, accountId);
  }
}
