import type { RuleContent, RuleProblemView, TriedRulesetView, TriedRuleView } from '@coinwarden/contracts';
import {
  type CompiledRule,
  compileCondition,
  compileRuleset,
  evaluateRuleset,
  isCertain,
  originOf,
  type Rule,
  type RuleProblem,
  tryRule,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readRuleset, withRules } from '../../rules/rules.public.js';
import type { TriedTransactionRow } from '../persistence/tried-transaction.store.js';
import { type PastContext, PastContexts } from './past-context.js';

/** Tries rules on a transaction of the past. Nothing is written, and nothing of it decides. */
@Injectable()
export class TryRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly contexts: PastContexts,
  ) {}

  async rule(staff: StaffActor, transactionId: string, content: RuleContent): Promise<TriedRuleView> {
    const { row, context, recorded } = await this.contexts.of(transactionId);
    const rule = ruleOf(content);
    const compiled = compileCondition(rule);
    const transaction = transactionOf(row);
    const applies = rule.kinds === undefined || rule.kinds.includes(row.request.kind);
    if ('problems' in compiled) {
      const problems = [...compiled.problems];
      return { transaction, problems, applies, fired: null, certain: false, trace: null, facts: [] };
    }
    const { permissions } = staff;
    const { fired, certain, trace, facts } = tryRule(compiled, { context, recorded, permissions });
    return {
      transaction,
      problems: [],
      applies,
      fired,
      certain,
      trace: trace as NonNullable<TriedRuleView['trace']>,
      facts: facts as TriedRuleView['facts'],
    };
  }

  async version(version: number, transactionId: string): Promise<TriedRulesetView> {
    const record = await readRuleset(this.uow, version);
    if (record === null) throw new ProblemError('record.unknown', `There is no version ${version}.`);
    const past = await this.contexts.of(transactionId);
    const transaction = transactionOf(past.row);
    const compiled = compileRuleset(await withRules(this.uow, record));
    if (!compiled.ok) return { ...NOTHING, transaction, problems: compiled.problems.map(problemOf) };
    const { outcome, score, fired, errors } = evaluateRuleset(compiled.value, past.context);
    return {
      transaction,
      problems: [],
      outcome,
      score,
      fired: fired.map(({ key, description, mode, effect, score: points }) => ({
        key,
        description,
        mode,
        effect,
        score: points,
      })),
      errors: [...errors],
      uncertain: uncertainOf(compiled.value.byKind[past.row.request.kind], past),
    };
  }
}

const NOTHING = { outcome: null, score: 0, fired: [], errors: [], uncertain: [] };

const problemOf = (problem: RuleProblem): RuleProblemView => ({ ...problem });

function uncertainOf(rules: readonly CompiledRule[], { recorded }: PastContext) {
  const paths = new Set(rules.flatMap(({ paths: read }) => read.map((path) => path.join('.'))));
  return [...paths]
    .map((path) => ({ path, origin: originOf(path, recorded) }))
    .filter(({ origin }) => !isCertain(origin))
    .sort((a, b) => a.path.localeCompare(b.path));
}

const transactionOf = (row: TriedTransactionRow): TriedRuleView['transaction'] => ({
  transactionId: row.transaction_id,
  accountId: row.account_id,
  kind: row.request.kind,
  decidedAt: row.decided_at.toISOString(),
  outcome: row.outcome,
  score: row.score,
  rulesetVersion: row.ruleset_version,
});

const ruleOf = ({ effect, score, kinds, ...rest }: RuleContent): Rule => ({
  ...rest,
  effect: { type: effect, score },
  ...(kinds && { kinds }),
});
