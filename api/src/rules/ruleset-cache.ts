import { type CompiledRuleset, compileSound, type Ruleset } from '@coinwarden/domain';
import { Injectable, Logger } from '@nestjs/common';
import { ReferenceCache } from '../platform/database/reference-cache.js';
import type { Queryable } from '../platform/database/sql.js';
import { readTheRuleset } from './persistence/rulesets.store.js';

/** What judges before any version is installed: nothing is suspected. */
const NO_RULES: Ruleset = { version: 0, reviewScore: 1, declineScore: 2, rules: [] };

/** The live ruleset version, compiled, as every decision uses it. */
@Injectable()
export class RulesetCache extends ReferenceCache<CompiledRuleset> {
  private readonly logger = new Logger(RulesetCache.name);

  constructor() {
    super('ruleset');
  }

  protected async read(db: Queryable): Promise<CompiledRuleset> {
    return compileLoudly((await readTheRuleset(db, 'live')) ?? NO_RULES, this.logger);
  }
}

/** Versions are compiled before they are released, so refusing to decide would be worse than what is left out, loudly. */
export function compileLoudly(ruleset: Ruleset, logger: Logger): CompiledRuleset {
  const { compiled, leftOut } = compileSound(ruleset);
  for (const { key, message } of leftOut) logger.error(`ruleset ${ruleset.version}, rule ${key}: ${message}`);
  return compiled;
}
