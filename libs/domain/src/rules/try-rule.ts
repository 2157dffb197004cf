/**
 * A rule tried on one transaction of the past: whether it would have fired, what each of its parts came to, and how far the
 * facts it read can be trusted.
 */
import { masked, seesInClear } from '../access/masking.js';
import type { Permission } from '../access/permissions.js';
import type { CompiledRule } from '../risk/compile-ruleset.js';
import type { RuleContext } from '../risk/rule-context.js';
import { factAt } from '../risk/rule-environment.js';
import { type FactOrigin, isCertain, originOf } from './fact-origin.js';
import { factsOf, type TracedPart, type TracedValue, traceCondition } from './trace-condition.js';

export interface TriedFact {
  readonly path: string;
  readonly value: TracedValue;
  readonly origin: FactOrigin;
  /** Whether the outcome depended on it. */
  readonly reached: boolean;
}

export interface TriedRule {
  /** Null when the condition failed; such a rule counts as not fired. */
  readonly fired: boolean | null;
  /** Whether every fact the outcome depended on is certainly what it was then. */
  readonly certain: boolean;
  readonly trace: TracedPart;
  readonly facts: readonly TriedFact[];
}

interface Trial {
  readonly context: RuleContext;
  readonly recorded: ReadonlySet<string>;
  /** Of whoever tries it: personal details are shown as they see them elsewhere. */
  readonly permissions: ReadonlySet<Permission>;
}

export function tryRule({ ast }: CompiledRule, trial: Trial): TriedRule {
  const trace = traceCondition(ast, trial.context);
  const facts = factsOf(trace).map((part): TriedFact => {
    const path = part.fact!;
    const origin = originOf(path, trial.recorded);
    return { path, value: shown(part, trial), origin, reached: part.reached };
  });
  return {
    fired: typeof trace.value === 'boolean' ? trace.value : null,
    certain: facts.every(({ origin, reached }) => !reached || isCertain(origin)),
    trace: hidden(trace, trial),
    facts,
  };
}

function shown(part: TracedPart, { permissions }: Trial): TracedValue {
  const personal = factAt((part.fact ?? '').split('.'))?.personal;
  const value = part.value ?? null;
  return personal && typeof value === 'string' ? masked(permissions, personal, value) : value;
}

const HIDDEN = '•••';

/** Texts made of a detail that this person does not see in clear say nothing of it. */
function hidden(part: TracedPart, trial: Trial): TracedPart {
  if (part.fact !== undefined) return { ...part, value: shown(part, trial) };
  const parts = part.parts.map((inner) => hidden(inner, trial));
  const tells = typeof part.value === 'string' || Array.isArray(part.value);
  const secret =
    tells &&
    factsOf(part).some(({ fact }) => {
      const personal = factAt(fact!.split('.'))?.personal;
      return personal !== undefined && !seesInClear(trial.permissions, personal);
    });
  return { ...part, parts, ...(secret && { value: HIDDEN }) };
}
