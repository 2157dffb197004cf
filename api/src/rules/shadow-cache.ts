import { type CompiledShadow, compileShadow } from '@coinwarden/domain';
import { Injectable, Logger } from '@nestjs/common';
import { ReferenceCache } from '../platform/database/reference-cache.js';
import type { Queryable } from '../platform/database/sql.js';
import { readTheRuleset } from './persistence/rulesets.store.js';
import { compileLoudly } from './ruleset-cache.js';

/** The version that judges beside the live one without effect, compiled against it; null when none is in shadow. */
@Injectable()
export class ShadowCache extends ReferenceCache<CompiledShadow | null> {
  private readonly logger = new Logger(ShadowCache.name);

  constructor() {
    super('ruleset');
  }

  protected async read(db: Queryable): Promise<CompiledShadow | null> {
    const shadow = await readTheRuleset(db, 'shadow');
    const live = await readTheRuleset(db, 'live');
    if (!shadow || !live) return null;
    return compileShadow(compileLoudly(shadow, this.logger), compileLoudly(live, this.logger));
  }
}
