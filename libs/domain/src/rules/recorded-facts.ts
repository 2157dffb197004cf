import type { RuleContext } from '../risk/rule-context.js';
import { factAt } from '../risk/rule-environment.js';

/** What the rules that fired then read: path → value as a decision keeps it. */
export type RecordedFacts = ReadonlyMap<string, unknown>;

/**
 * The recorded values of a decision, of every rule that fired. Personal details are kept masked, which is not what a rule
 * saw; those come from the request.
 */
export function recordedFacts(
  fired: readonly { readonly values: Readonly<Record<string, unknown>> }[],
): RecordedFacts {
  const recorded = new Map<string, unknown>();
  for (const { values } of fired) {
    for (const [path, value] of Object.entries(values)) {
      const fact = factAt(path.split('.'));
      if (fact && !fact.personal) recorded.set(path, fact.type === 'int' ? BigInt(value as number) : value);
    }
  }
  return recorded;
}

type View = Readonly<Record<string, unknown>>;

/** The same context, but a fact that was recorded has its recorded value. */
export function withRecorded(context: RuleContext, recorded: RecordedFacts): RuleContext {
  return overlay(
    context as unknown as View,
    [...recorded].map(([path, value]) => [path.split('.'), value]),
  ) as never;
}

/** Views are told apart by their class, which an object made from one keeps. */
function overlay(view: View, facts: readonly (readonly [path: readonly string[], value: unknown])[]): View {
  const over = Object.create(view) as View;
  const inner = new Map<string, (readonly [readonly string[], unknown])[]>();
  for (const [[name, ...rest], value] of facts) {
    if (name === undefined) continue;
    if (rest.length === 0) Object.defineProperty(over, name, { value, enumerable: true });
    else inner.set(name, [...(inner.get(name) ?? []), [rest, value]]);
  }
  for (const [name, rest] of inner) {
    Object.defineProperty(over, name, { value: overlay(view[name] as View, rest), enumerable: true });
  }
  return over;
}
