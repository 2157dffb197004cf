import { PAYMENT_PROVIDERS, type SearchClues } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Finds, type LookUp, type SearchSource } from '../../platform/search/search-source.js';
import { entityLookUp } from './entity-hits.js';

/** The accounts that paid with a card or a store account. */
@Injectable()
@Finds({ kind: 'instrument', requires: 'ring.read' })
export class FindInstruments implements SearchSource {
  lookUp({ reference }: SearchClues, actor: StaffActor): LookUp | null {
    if (reference === null) return null;
    const entities = PAYMENT_PROVIDERS.map((provider) => `instrument:${provider}:${reference}`);
    return entityLookUp(entities, 'paymentInstrument', actor);
  }
}
