import type {
  RulesetCheck,
  RulesetDiffView,
  RulesetEventView,
  RuleView,
  ShadowReport,
} from '@coinwarden/contracts';
import {
  compileCondition,
  compileRuleset,
  diffRulesets,
  idTime,
  MAX_CONDITION_COST,
  type Rule,
  type Ruleset,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { type RulesetEventRow, readRulesetEvents } from '../persistence/ruleset-events.store.js';
import { readRuleset, readRulesetsIn, withRules } from '../persistence/rulesets.store.js';
import { readShadowCounts, readShadowExamples } from '../persistence/shadow.store.js';

/** What is shown beside a version: what is wrong with it, what it changes, what happened to it, what its shadow saw. */
@Injectable()
export class RulesetPage {
  constructor(private readonly uow: UnitOfWork) {}

  async check(version: number): Promise<RulesetCheck> {
    const ruleset = await this.contentOf(version);
    const compiled = compileRuleset(ruleset);
    const costs = ruleset.rules.flatMap((rule) => {
      const result = compileCondition(rule);
      return 'problems' in result ? [] : [{ key: rule.key, cost: result.cost }];
    });
    return { problems: compiled.ok ? [] : [...compiled.problems], maxCost: MAX_CONDITION_COST, costs };
  }

  /** Against the live version unless another is named. */
  async diff(version: number, against: number | undefined): Promise<RulesetDiffView> {
    const base = against ?? (await readRulesetsIn(this.uow, 'live'))[0]?.version;
    if (base === undefined) throw new ProblemError('record.unknown', 'There is no version to compare with.');
    const [before, after] = await Promise.all([this.contentOf(base), this.contentOf(version)]);
    const { thresholds, added, removed, changed } = diffRulesets(before, after);
    return {
      before: before.version,
      after: after.version,
      thresholds: thresholds.map(plain),
      added: added.map(ruleViewOf),
      removed: removed.map(ruleViewOf),
      changed: changed.map(({ key, fields }) => ({ key, fields: fields.map(plain) })),
    };
  }

  async events(version: number): Promise<RulesetEventView[]> {
    await this.expect(version);
    return (await readRulesetEvents(this.uow, version)).map(eventOf);
  }

  async shadow(version: number): Promise<ShadowReport> {
    await this.expect(version);
    const [counts, examples] = await Promise.all([
      readShadowCounts(this.uow, version),
      readShadowExamples(this.uow, version),
    ]);
    const sum = (rows: typeof counts) => rows.reduce((total, row) => total + row.decisions, 0);
    return {
      decisions: sum(counts),
      differing: sum(counts.filter((row) => row.outcome !== row.live_outcome)),
      counts: counts.map(({ live_outcome: liveOutcome, outcome, decisions }) => ({
        liveOutcome,
        outcome,
        decisions,
      })),
      examples: examples.map((row) => ({
        transactionId: row.transaction_id,
        accountId: row.account_id,
        at: new Date(idTime(row.transaction_id)).toISOString(),
        liveOutcome: row.live_outcome,
        outcome: row.outcome,
        liveScore: row.live_score,
        score: row.score,
        fired: row.fired,
      })),
    };
  }

  private async expect(version: number) {
    const record = await readRuleset(this.uow, version);
    if (record === null) throw new ProblemError('record.unknown', `There is no version ${version}.`);
    return record;
  }

  private async contentOf(version: number): Promise<Ruleset> {
    return withRules(this.uow, await this.expect(version));
  }
}

export const eventOf = (row: RulesetEventRow): RulesetEventView => ({
  id: String(row.event_no),
  rulesetVersion: row.version,
  kind: row.kind,
  ruleKey: row.rule_key,
  at: row.at.toISOString(),
  actor: { type: row.actor_type, id: row.actor_id, name: row.actor_name },
  note: row.note,
  details: row.details,
});

/** The wire's arrays are its own. */
const plain = <Field extends string>(change: {
  field: Field;
  before: string | number | readonly string[] | null;
  after: string | number | readonly string[] | null;
}) => ({ field: change.field, before: copied(change.before), after: copied(change.after) });

const copied = (value: string | number | readonly string[] | null) =>
  typeof value === 'object' && value !== null ? [...value] : value;

const ruleViewOf = (rule: Rule): RuleView => ({
  key: rule.key,
  group: rule.group,
  description: rule.description,
  kinds: rule.kinds ? [...rule.kinds] : null,
  condition: rule.condition,
  effect: rule.effect.type,
  score: rule.effect.score,
  mode: rule.mode,
  reasonCode: rule.reasonCode,
  message: rule.message,
});
