import { type CompiledRuleset, compileRuleset, type Ruleset } from '@coinwarden/domain';
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
    return compileSound((await readTheRuleset(db, 'live')) ?? NO_RULES, this.logger);
  }
}

/**
 * Versions are compiled before they are released, so what is wrong here is a rule of another build. It is left out, loudly:
 * refusing to decide would be worse.
 */
export function compileSound(ruleset: Ruleset, logger: Logger): CompiledRuleset {
  const compiled = compileRuleset(ruleset);
  if (compiled.ok) return compiled.value;
  const broken = new Set(compiled.problems.map((problem) => problem.key));
  for (const problem of compiled.problems) {
    logger.error(`ruleset ${ruleset.version}, rule ${problem.key}: ${problem.message}`);
  }
  const rest = compileRuleset({ ...ruleset, rules: ruleset.rules.filter((rule) => !broken.has(rule.key)) });
  if (!rest.ok) throw new Error(`ruleset ${ruleset.version} cannot be used`);
  return rest.value;
}
