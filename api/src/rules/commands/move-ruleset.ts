import { RULESET_MACHINE, type RulesetAction, type RulesetStep } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { bumpReference } from '../../platform/database/reference-cache.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { appendRulesetEvent } from '../persistence/ruleset-events.store.js';
import { type RulesetRecord, updateStanding } from '../persistence/rulesets.store.js';

export interface RulesetMove {
  readonly step: RulesetAction | RulesetStep;
  readonly at: number;
  readonly actor: { readonly type: 'staff' | 'system'; readonly id: string };
  readonly reason?: string | null;
  readonly changes?: Partial<RulesetRecord>;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Takes a version one step along its machine, with its event, its announcement and its audit entry. */
@Injectable()
export class MoveRuleset {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async run(tx: Tx, ruleset: RulesetRecord, move: RulesetMove): Promise<RulesetRecord> {
    const { step, at, actor } = move;
    const { from, to } = RULESET_MACHINE.transitions[step];
    if (!(from as readonly string[]).includes(ruleset.status))
      throw new Error(`version ${ruleset.version} is ${ruleset.status}: ${step} is not open`);
    const moved: RulesetRecord = { ...ruleset, ...move.changes, status: to, changedAt: at };
    await updateStanding(tx, moved);
    // What judges, or judges beside it, has changed: every process reloads before its next batch.
    if ([ruleset.status, to].some((status) => status === 'live' || status === 'shadow'))
      await bumpReference(tx, 'ruleset');
    const { version } = moved;
    const details = { from: ruleset.status, to, ...move.details };
    await appendRulesetEvent(tx, { version, kind: step, at, actor, note: move.reason ?? null, details });
    await this.outbox.append(tx, 'ruleset.changed', { version, status: to });
    await this.audit.append(tx, {
      actor,
      action: `ruleset.${step}`,
      subject: { type: 'ruleset', id: String(version) },
      reason: move.reason ?? null,
      details: { ...details, contentHash: moved.contentHash },
    });
    return moved;
  }
}
