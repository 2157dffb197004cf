import { flaggedAccount } from '@coinwarden/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { Clock } from '../platform/clock/clock.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { flaggedAccountRecord, flaggedAccountsAt } from './queries/flagged-account-records.js';

@ApiTags('staff: accounts')
@Controller('staff/flagged-accounts')
export class FlaggedAccountsController {
  constructor(private readonly clock: Clock) {}

  /** The accounts that people keep an eye on, the gravest first. */
  @Get()
  @Requires('case.read')
  @Lists(flaggedAccount)
  list(): StaffList {
    const resource = flaggedAccountsAt(this.clock.now());
    return listOf(resource, flaggedAccountRecord);
  }
}
