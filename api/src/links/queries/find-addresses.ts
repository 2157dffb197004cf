import type { SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Finds, type LookUp, type SearchSource } from '../../platform/search/search-source.js';
import { entityLookUp } from './entity-hits.js';

/** The accounts that came from an address. */
@Injectable()
@Finds({ kind: 'ip', requires: 'ring.read' })
export class FindAddresses implements SearchSource {
  lookUp({ ip }: SearchClues, actor: StaffActor): LookUp | null {
    return ip === null ? null : entityLookUp([`ip:${ip}`], 'ip', actor);
  }
}
