/** What the evaluator says about a condition that it does not take, as one of the problems of rules, with its place. */
import { type ASTNode, TypeError as CelTypeError, EvaluationError, ParseError } from '@marcbachmann/cel-js';
import { editDistance } from '../content/links/edit-distance.js';
import { pathOf, sourceOf } from './condition-syntax.js';
import { type ConditionContext, describeRuleContext } from './rule-environment.js';
import type { FoundProblem } from './rule-problem.js';

type CelError = ParseError | CelTypeError | EvaluationError;

/** What the evaluator says about a condition it does not take. */
export function problemOfError(error: unknown, context?: ConditionContext): FoundProblem {
  if (!(error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError)) {
    const detail = error instanceof Error ? error.message : 'The condition cannot be compiled';
    return { code: 'unusable', message: detail, values: { detail } };
  }
  const place = error.range && { start: error.range.start, end: error.range.end };
  return { ...told(error, context), ...place };
}

function told(error: CelError, context?: ConditionContext): FoundProblem {
  const { code, node, summary: detail } = error;
  if (node && (code === 'no_such_key' || code === 'unknown_variable'))
    return unknownFact(node as ASTNode, context);
  if (code === 'limit_exceeded')
    return { code: 'too_long', message: `The condition is too long: ${detail}`, values: { detail } };
  const isSyntax = error instanceof ParseError;
  return { code: isSyntax ? 'syntax' : 'types_differ', message: detail, values: { detail } };
}

function unknownFact(node: ASTNode, context?: ConditionContext): FoundProblem {
  const path = pathOf(node);
  const fact = path?.join('.') ?? sourceOf(node);
  const near = path && nearestFact(path, context);
  return {
    code: 'unknown_fact',
    message: `There is no fact ${fact}${near ? `; did you mean ${near}?` : ''}`,
    values: { fact, ...(near && { near }) },
  };
}

/** Beyond this a resemblance is chance. */
const MAX_LETTERS_APART = 3;

/** A fact or group that begins with what was written, or else one a few letters away. */
function nearestFact(path: readonly string[], context?: ConditionContext): string | undefined {
  const written = path.join('.');
  const known = new Set(
    describeRuleContext(context).map((doc) => doc.path.split('.').slice(0, path.length).join('.')),
  );
  let nearest: string | undefined;
  let least = MAX_LETTERS_APART + 1;
  for (const name of known) {
    const apart = name.startsWith(written) ? 0 : editDistance(written, name, MAX_LETTERS_APART);
    if (apart < least) {
      nearest = name;
      least = apart;
    }
  }
  return nearest;
}
