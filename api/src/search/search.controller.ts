import { type SearchAnswer, type SearchQuery, searchAnswer, searchQuery } from '@coinwarden/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { SignedIn } from '../platform/access/requires.js';
import { SearchEverything } from './queries/search-everything.js';

@ApiTags('staff: search')
@Controller('staff/search')
export class SearchController {
  constructor(private readonly everything: SearchEverything) {}

  /** A few hits of every kind for whatever somebody has in hand: an id, a reference, an address, the start of a name. */
  @Get()
  @SignedIn('every kind of record is only looked for on behalf of those who may read it')
  @ApiOkResponse({ standardSchema: searchAnswer })
  search(
    @CurrentStaff() actor: StaffActor,
    @Query({ schema: searchQuery }) { q }: SearchQuery,
  ): Promise<SearchAnswer> {
    return this.everything.for(actor, q);
  }
}
