import { hash } from 'node:crypto';
import type { RulesetActionRequest } from '@coinwarden/contracts';
import {
  compileRuleset,
  MINUTE,
  type RulesetAction,
  refuseRulesetAction,
  rulesetContent,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import {
  lockRulesets,
  type RulesetRecord,
  readRuleset,
  readRulesetsIn,
  withRules,
} from '../persistence/rulesets.store.js';
import { MakeLive } from './make-live.js';
import { MoveRuleset, type RulesetMove } from './move-ruleset.js';
import { refusalOf, unsound } from './ruleset-refusal.js';

/**
 * What staff do to a version. Versions are worked on one after the other, so of two who approve at once the second finds it
 * approved. Refusals, in this order: record.unknown, auth.forbidden, action.not_allowed, ruleset.self_approval,
 * action.reason_required, ruleset.unsound, ruleset.shadow_taken, ruleset.live_changed, request.invalid.
 */
@Injectable()
export class ActOnRuleset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly move: MoveRuleset,
    private readonly makeLive: MakeLive,
  ) {}

  async run(
    staff: StaffActor,
    version: number,
    action: RulesetAction,
    body: RulesetActionRequest,
  ): Promise<void> {
    const at = this.clock.now();
    await this.uow.run(async (tx) => {
      await lockRulesets(tx);
      const ruleset = await readRuleset(tx, version);
      if (ruleset === null) throw new ProblemError('record.unknown', `There is no version ${version}.`);
      const contentHash = await this.permit(tx, { staff, ruleset, action, body });
      const move: RulesetMove = {
        step: action,
        at,
        actor: { type: 'staff', id: staff.id },
        reason: body.reason ?? null,
      };
      await this.act(tx, { ruleset, move, body, contentHash });
    });
  }

  /** Throws unless the machine lets it through; answers the hash of what was validated. */
  private async permit(
    tx: Tx,
    { staff, ruleset, action, body }: Attempt & { ruleset: RulesetRecord; action: RulesetAction },
  ): Promise<string | null> {
    const [live] = await readRulesetsIn(tx, 'live');
    const [shadow] = await readRulesetsIn(tx, 'shadow');
    const content = await withRules(tx, ruleset);
    const compiled = compileRuleset(content);
    const attempt = {
      reason: body.reason ?? null,
      sound: compiled.ok,
      shadowVersion: shadow?.version ?? null,
      liveVersion: live?.version ?? null,
      replaces: body.replaces ?? null,
    };
    const refusal = refuseRulesetAction(action, ruleset, { actor: staff, attempt });
    if (refusal === 'unsound' && !compiled.ok) throw unsound(compiled.problems);
    if (refusal !== null) throw refusalOf(refusal, { ...attempt, action, status: ruleset.status });
    refuseTimeGoneBy(ruleset, body, this.clock.now());
    return action === 'validate' ? hash('sha256', rulesetContent(content), 'hex') : ruleset.contentHash;
  }

  private async act(tx: Tx, { ruleset, move, body, contentHash }: Act): Promise<void> {
    const { at, actor } = move;
    const releaseAt = body.releaseAt ? Date.parse(body.releaseAt) : null;
    switch (move.step) {
      case 'validate':
        await this.move.run(tx, ruleset, { ...move, changes: { contentHash } });
        return;
      case 'submit': {
        const authors = [...new Set([...ruleset.authors, actor.id])];
        await this.move.run(tx, ruleset, { ...move, changes: { authors, releaseAt } });
        return;
      }
      case 'approve': {
        const when = body.releaseAt === undefined ? ruleset.releaseAt : releaseAt;
        const approved = await this.move.run(tx, ruleset, {
          ...move,
          changes: { approvedBy: actor.id, replaces: body.replaces ?? null, releaseAt: when ?? at },
          details: { releaseAt: new Date(when ?? at).toISOString(), replaces: body.replaces ?? null },
        });
        if ((when ?? at) <= at) await this.makeLive.run(tx, approved, { step: 'release', at, actor });
        return;
      }
      case 'recall':
        await this.move.run(tx, ruleset, {
          ...move,
          changes: { approvedBy: null, replaces: null, releaseAt: null },
        });
        return;
      case 'roll_back':
        await this.makeLive.run(tx, ruleset, move);
        return;
      default:
        await this.move.run(tx, ruleset, move);
    }
  }
}

interface Attempt {
  readonly staff: StaffActor;
  readonly body: RulesetActionRequest;
}

interface Act {
  readonly ruleset: RulesetRecord;
  readonly move: RulesetMove;
  readonly body: RulesetActionRequest;
  readonly contentHash: string | null;
}

/**
 * Yesterday typed for tomorrow must not go live at once. A time that came while the version waited for approval may be
 * approved as it is, and a clock may be wrong by a minute.
 */
function refuseTimeGoneBy(
  { releaseAt: planned }: RulesetRecord,
  { releaseAt }: RulesetActionRequest,
  now: number,
): void {
  if (!releaseAt || Date.parse(releaseAt) === planned || Date.parse(releaseAt) > now - MINUTE) return;
  throw new ProblemError('request.invalid', undefined, [
    { pointer: '/releaseAt', detail: 'must be in the future' },
  ]);
}
