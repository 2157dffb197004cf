import type { RuleContent } from '@coinwarden/contracts';
import { compileCondition, type RuleProblem } from '@coinwarden/domain';
import { useMemo } from 'react';
import { ruleOf } from './rule-draft';

export interface ConditionReviewed {
  readonly problems: readonly RuleProblem[];
  /** Null while it does not compile. */
  readonly cost: number | null;
  readonly reads: readonly string[];
}

/** The same check the server makes, with every key pressed. */
export function useConditionReview(draft: RuleContent): ConditionReviewed {
  return useMemo(() => {
    if (draft.condition.trim() === '') return { problems: [], cost: null, reads: [] };
    const result = compileCondition(ruleOf(draft));
    if ('problems' in result) return { problems: result.problems, cost: null, reads: [] };
    return { problems: [], cost: result.cost, reads: result.paths.map((path) => path.join('.')) };
  }, [draft]);
}
