import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { lockRulesets, type RulesetRecord, readRulesetsIn } from '../persistence/rulesets.store.js';
import { MakeLive } from './make-live.js';
import { MoveRuleset } from './move-ruleset.js';

const BY_SCHEDULE = { type: 'system', id: 'schedule' } as const;

/**
 * Releases what was approved for a time that has come, the earliest first. Another live version than the one the approval
 * was given to replace sends it back: what would change is not what was approved.
 */
@Injectable()
export class ReleaseDueRulesets {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly makeLive: MakeLive,
    private readonly move: MoveRuleset,
  ) {}

  /** The versions it released. Safe beside itself: versions are worked on one after the other. */
  async run(): Promise<number[]> {
    const due = await this.due();
    const released: number[] = [];
    for (const { version } of due) if (await this.release(version)) released.push(version);
    return released;
  }

  private async due(): Promise<RulesetRecord[]> {
    const now = this.clock.now();
    return (await readRulesetsIn(this.uow, 'scheduled'))
      .filter(({ releaseAt }) => (releaseAt ?? 0) <= now)
      .sort((a, b) => (a.releaseAt ?? 0) - (b.releaseAt ?? 0) || a.version - b.version);
  }

  private release(version: number): Promise<boolean> {
    const at = this.clock.now();
    return this.uow.run(async (tx) => {
      await lockRulesets(tx);
      const scheduled = await readRulesetsIn(tx, 'scheduled');
      const ruleset = scheduled.find((candidate) => candidate.version === version);
      if (!ruleset || (ruleset.releaseAt ?? 0) > at) return false;
      const [live] = await readRulesetsIn(tx, 'live');
      if ((live?.version ?? null) !== ruleset.replaces) {
        await this.move.run(tx, ruleset, {
          step: 'return',
          at,
          actor: BY_SCHEDULE,
          reason: `Version ${live?.version ?? 'none'} is live, and the approval was given to replace ${ruleset.replaces}.`,
          changes: { approvedBy: null, replaces: null },
        });
        return false;
      }
      await this.makeLive.run(tx, ruleset, { step: 'release', at, actor: BY_SCHEDULE });
      return true;
    });
  }
}
