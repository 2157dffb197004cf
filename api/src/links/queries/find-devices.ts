import type { SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Finds, type LookUp, type SearchSource } from '../../platform/search/search-source.js';
import { entityLookUp } from './entity-hits.js';

/** The accounts that used a device. */
@Injectable()
@Finds({ kind: 'device', requires: 'ring.read' })
export class FindDevices implements SearchSource {
  lookUp({ reference }: SearchClues, actor: StaffActor): LookUp | null {
    return reference === null ? null : entityLookUp([`device:${reference}`], 'device', actor);
  }
}
