/** Whether a text is a condition: it parses, its types fit, it is true or false, and it can never be expensive. */
import type { Environment, ParseResult } from '@marcbachmann/cel-js';
import { problemOfError } from './explain-problem.js';
import {
  type ConditionContext,
  type ConditionReview,
  MAX_CONDITION_LENGTH,
  reviewCondition,
} from './rule-environment.js';
import type { FoundProblem } from './rule-problem.js';

export interface CheckedCondition extends Pick<ConditionReview, 'paths' | 'cost'> {
  readonly parsed: ParseResult;
}

/** `context` is what `environment` was made of, where that is not what rules read. */
export function checkCondition(
  text: string,
  environment: Environment,
  context?: ConditionContext,
): CheckedCondition | { readonly problems: readonly FoundProblem[] } {
  if (text.length > MAX_CONDITION_LENGTH) {
    const detail = `A condition has at most ${MAX_CONDITION_LENGTH} characters`;
    return { problems: [{ code: 'too_long', message: detail, values: { detail } }] };
  }
  try {
    const parsed = environment.parse(text);
    const checked = parsed.check();
    if (!checked.valid) throw checked.error;
    const { type } = checked;
    if (type !== 'bool') {
      const message = `A condition is true or false, this is ${type}`;
      const { start, end } = parsed.ast.range;
      return { problems: [{ code: 'not_yes_or_no', message, values: { type: String(type) }, start, end }] };
    }
    const { paths, cost, forbidden } = reviewCondition(parsed.ast, context);
    return forbidden.length > 0 ? { problems: forbidden } : { parsed, paths, cost };
  } catch (error) {
    return { problems: [problemOfError(error, context)] };
  }
}
