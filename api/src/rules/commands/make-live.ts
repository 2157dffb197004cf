import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { type RulesetRecord, readRulesetsIn } from '../persistence/rulesets.store.js';
import { MoveRuleset, type RulesetMove } from './move-ruleset.js';

/** Puts one version in the place of the live one, in one transaction: there is never none, and never two. */
@Injectable()
export class MakeLive {
  constructor(private readonly move: MoveRuleset) {}

  /** The caller holds the lock on the versions. */
  async run(tx: Tx, ruleset: RulesetRecord, how: RulesetMove): Promise<RulesetRecord> {
    const { at, actor } = how;
    const [before] = await readRulesetsIn(tx, 'live');
    if (before) {
      const details = { replacedBy: ruleset.version };
      await this.move.run(tx, before, { step: 'retire', at, actor, reason: how.reason ?? null, details });
    }
    return this.move.run(tx, ruleset, {
      ...how,
      changes: { releasedAt: at },
      details: { replaced: before?.version ?? null },
    });
  }
}
