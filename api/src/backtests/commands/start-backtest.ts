import type { BacktestRequest, RuleUnderTest, StaffBacktest } from '@coinwarden/contracts';
import { compileRuleset, type Rule, type RuleProblem, type Ruleset } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Queryable } from '../../platform/database/sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { readRuleset, readTheRuleset, withRules } from '../../rules/rules.public.js';
import { insertBacktest } from '../persistence/backtests.store.js';

/** What judges while no version is live: nothing is suspected. */
const NO_RULES: Ruleset = { version: 0, reviewScore: 1, declineScore: 2, rules: [] };

type Target = BacktestRequest['target'];

/** Puts a backtest in line. Refusals: request.invalid (an unknown version, rules that do not compile, no past). */
@Injectable()
export class StartBacktest {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async run(staff: StaffActor, request: BacktestRequest): Promise<string> {
    const backtestId = uuidv7();
    await this.uow.run(async (tx) => {
      const at = this.clock.now();
      const live = (await readTheRuleset(tx, 'live')) ?? NO_RULES;
      const candidate = await candidateOf(tx, request.target, live);
      const target = describeTarget(request.target, candidate);
      const { slice, name, baseline, maturityDays } = request;
      const from = Date.parse(slice.from);
      if (from >= at) throw invalid('/slice/from', 'must lie in the past');
      await insertBacktest(tx, {
        backtestId,
        name,
        target,
        candidate,
        live,
        slice: {
          from,
          to: Math.min(Date.parse(slice.to), at),
          kinds: slice.kinds ?? null,
          countries: slice.countries ?? null,
          samplePercent: slice.samplePercent,
        },
        baseline,
        maturityDays,
        tuneRules: [...new Set([...request.tuneRules, ...(target.ruleKey === null ? [] : [target.ruleKey])])],
        createdAt: at,
        createdBy: { id: staff.id, name: staff.name },
      });
      await this.outbox.append(tx, 'backtest.queued', { backtestId });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'backtest.started',
        subject: { type: 'backtest', id: backtestId },
        details: { name, target, slice, baseline },
      });
    });
    return backtestId;
  }
}

async function candidateOf(db: Queryable, target: Target, live: Ruleset): Promise<Ruleset> {
  if (target.type === 'version') {
    const stored = await readRuleset(db, target.version);
    if (stored === null) throw invalid('/target/version', 'is no ruleset version');
    return withRules(db, stored);
  }
  const candidate =
    target.type === 'draft'
      ? {
          version: 0,
          reviewScore: target.reviewScore,
          declineScore: target.declineScore,
          rules: target.rules.map(toRule),
        }
      : withRule(live, toRule(target.rule));
  const compiled = compileRuleset(candidate);
  if (!compiled.ok) throw uncompiled(target, compiled.problems);
  return candidate;
}

/** In the place of the rule with its key, else at the end. */
function withRule(live: Ruleset, rule: Rule): Ruleset {
  const known = live.rules.some(({ key }) => key === rule.key);
  const rules = known ? live.rules.map((one) => (one.key === rule.key ? rule : one)) : [...live.rules, rule];
  return { ...live, version: 0, rules };
}

const toRule = ({ kinds, effect, score, ...rest }: RuleUnderTest): Rule => ({
  ...rest,
  ...(kinds && { kinds }),
  effect: { type: effect, score },
});

function describeTarget(target: Target, candidate: Ruleset): StaffBacktest['target'] {
  return {
    type: target.type,
    version: target.type === 'version' ? target.version : null,
    ruleKey: target.type === 'rule' ? target.rule.key : null,
    ruleCount: candidate.rules.length,
  };
}

function uncompiled(target: Target, problems: readonly RuleProblem[]): ProblemError {
  const errors = problems.map(({ key, field, message, start, end }) => {
    const place =
      target.type === 'rule'
        ? '/target/rule'
        : `/target/rules/${target.type === 'draft' ? target.rules.findIndex((rule) => rule.key === key) : ''}`;
    const pointer = field === 'thresholds' ? '/target/reviewScore' : `${place}/${field}`;
    return { pointer, detail: start === undefined ? message : `${message} (at ${start}–${end})` };
  });
  return new ProblemError('request.invalid', 'These rules cannot be used.', errors);
}

const invalid = (pointer: string, detail: string) =>
  new ProblemError('request.invalid', undefined, [{ pointer, detail }]);
