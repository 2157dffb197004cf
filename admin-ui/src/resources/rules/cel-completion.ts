import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { FactDoc } from '@coinwarden/domain';

/** What can be asked of a fact, by its type. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  string: ['contains', 'startsWith', 'endsWith', 'lowerAscii', 'size'],
  'list<string>': ['exists', 'all', 'size'],
};

/** Completes a path by its next name: groups first lead on, facts say their type and what they mean. */
export const completionOf =
  (facts: readonly FactDoc[]) =>
  (context: CompletionContext): CompletionResult | null =>
    complete(context, facts);

function complete(context: CompletionContext, facts: readonly FactDoc[]): CompletionResult | null {
  const word = context.matchBefore(/[A-Za-z_][\w.]*/);
  if (!word && !context.explicit) return null;
  const typed = word?.text ?? '';
  const cut = typed.lastIndexOf('.') + 1;
  const prefix = typed.slice(0, cut);
  const options = optionsAfter(prefix, facts);
  if (options.length === 0) return null;
  return { from: (word?.from ?? context.pos) + cut, options, validFor: /^\w*$/ };
}

function optionsAfter(prefix: string, facts: readonly FactDoc[]): Completion[] {
  const type = facts.find(({ path }) => path === prefix.slice(0, -1))?.type;
  if (type !== undefined)
    return (METHODS[type] ?? []).map((label) => ({ label, type: 'method', apply: `${label}(` }));
  const found = new Map<string, Completion>();
  for (const fact of facts) {
    if (!fact.path.startsWith(prefix)) continue;
    const [name, ...more] = fact.path.slice(prefix.length).split('.');
    if (name === undefined || found.has(name)) continue;
    found.set(name, more.length > 0 ? { label: name, detail: '…', boost: 1 } : factOption(name, fact));
  }
  return [...found.values()];
}

const factOption = (label: string, { type, description }: FactDoc): Completion => ({
  label,
  detail: type,
  info: description,
});
