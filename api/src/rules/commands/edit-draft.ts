import type { RuleContent, RulesetUpdate, RuleUpdate } from '@coinwarden/contracts';
import type { Rule } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { addRule, deleteRule, type RuleStand, readRule, replaceRule } from '../persistence/rules.store.js';
import { appendRulesetEvent } from '../persistence/ruleset-events.store.js';
import { lockRulesets, type RulesetRecord, readRuleset, updateDraft } from '../persistence/rulesets.store.js';

export interface RuleRef {
  readonly version: number;
  readonly key: string;
}

/**
 * Changes of a draft. Whoever saves names the revision they saw; of two who save, the second is told who was faster and
 * nothing is overwritten. Refusals, in this order: record.unknown, ruleset.not_draft, ruleset.edit_conflict,
 * record.conflict.
 */
@Injectable()
export class EditDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Thresholds and comment. */
  async update(staff: StaffActor, version: number, body: RulesetUpdate): Promise<void> {
    await this.edit(staff, version, async (tx, draft) => {
      if (body.revision !== draft.revision) throw conflict('This version was changed meanwhile.');
      const { reviewScore, declineScore, comment } = body;
      await updateDraft(tx, { ...draft, reviewScore, declineScore, comment, revision: draft.revision + 1 });
      const { reviewScore: review, declineScore: decline } = draft;
      return { change: 'thresholds', before: [review, decline], after: [reviewScore, declineScore] };
    });
  }

  async add(staff: StaffActor, version: number, content: RuleContent): Promise<void> {
    await this.edit(staff, version, async (tx, draft, at) => {
      await updateDraft(tx, draft);
      const rule = ruleOf(content.key, content);
      if (!(await addRule(tx, { version, rule, at, by: staff.id })))
        throw new ProblemError('record.conflict', `This version has a rule ${rule.key} already.`);
      return { change: 'added', ruleKey: rule.key, after: rule };
    });
  }

  async replace(staff: StaffActor, { version, key }: RuleRef, body: RuleUpdate): Promise<void> {
    await this.edit(staff, version, async (tx, draft, at) => {
      const before = await expectRule(tx, { version, key }, body.revision);
      await updateDraft(tx, draft);
      const rule = ruleOf(key, body);
      await replaceRule(tx, { version, rule, at, by: staff.id });
      return { change: 'changed', ruleKey: key, before: before.rule, after: rule };
    });
  }

  async remove(
    staff: StaffActor,
    { version, key }: RuleRef,
    { revision, reason }: { revision: number; reason?: string | undefined },
  ): Promise<void> {
    const remove: Edit = async (tx, draft) => {
      const before = await expectRule(tx, { version, key }, revision);
      await updateDraft(tx, draft);
      await deleteRule(tx, version, key);
      return { change: 'removed', ruleKey: key, before: before.rule };
    };
    await this.edit(staff, version, remove, reason);
  }

  private async edit(staff: StaffActor, version: number, work: Edit, reason?: string): Promise<void> {
    const at = this.clock.now();
    await this.uow.run(async (tx) => {
      await lockRulesets(tx);
      const ruleset = await readRuleset(tx, version);
      if (ruleset === null) throw new ProblemError('record.unknown', `There is no version ${version}.`);
      if (ruleset.status !== 'draft')
        throw new ProblemError('ruleset.not_draft', `Version ${version} is ${ruleset.status}.`);
      const authors = [...new Set([...ruleset.authors, staff.id])];
      const { ruleKey = null, ...details } = await work(tx, { ...ruleset, authors, changedAt: at }, at);
      const actor = { type: 'staff', id: staff.id } as const;
      const note = reason ?? null;
      await appendRulesetEvent(tx, { version, kind: 'edited', ruleKey, at, actor, note, details });
      await this.audit.append(tx, {
        actor,
        action: 'ruleset.edited',
        subject: { type: 'ruleset', id: String(version) },
        reason: note,
        details: { ruleKey, ...details },
      });
    });
  }
}

/** Writes the change of a locked draft; `draft` has its new author and time. Answers what is remembered of it. */
type Edit = (tx: Tx, draft: RulesetRecord, at: number) => Promise<EditDetails>;

interface EditDetails {
  readonly change: 'thresholds' | 'added' | 'changed' | 'removed';
  readonly ruleKey?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const conflict = (detail: string) =>
  new ProblemError('ruleset.edit_conflict', `${detail} Nothing was saved.`);

async function expectRule(tx: Tx, { version, key }: RuleRef, revision: number): Promise<RuleStand> {
  const stand = await readRule(tx, version, key);
  if (stand === null) throw new ProblemError('record.unknown', `Version ${version} has no rule ${key}.`);
  if (stand.revision === revision) return stand;
  const when = stand.changedAt === null ? '' : ` at ${new Date(stand.changedAt).toISOString()}`;
  throw conflict(`${stand.changedBy ?? 'Somebody'} changed the rule ${key}${when}.`);
}

const ruleOf = (key: string, content: Omit<RuleContent, 'key'>): Rule => ({
  key,
  group: content.group,
  description: content.description,
  ...(content.kinds && { kinds: content.kinds }),
  condition: content.condition,
  effect: { type: content.effect, score: content.score },
  mode: content.mode,
  reasonCode: content.reasonCode,
  message: content.message,
});
