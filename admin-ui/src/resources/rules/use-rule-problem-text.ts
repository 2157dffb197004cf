import type { RuleProblemCode, RuleProblemValues } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';

interface Told {
  readonly code: RuleProblemCode;
  readonly values: RuleProblemValues;
}

/** What is wrong with a rule, in the reader's language. */
export function useRuleProblemText(): (problem: Told) => string {
  const translate = useTranslate();
  return ({ code, values }) =>
    translate(
      code === 'unknown_fact' && 'near' in values ? 'rule_problem.unknown_fact_near' : `rule_problem.${code}`,
      {
        ...values,
      },
    );
}
