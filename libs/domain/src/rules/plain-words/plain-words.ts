/**
 * A rule in words, for people who read no code. It is derived from the parsed condition, never written beside it, so it
 * cannot say anything else than the rule does. What there are no words for stands there as it is written.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { type Call, isIteration, pathOf } from '../../risk/condition-syntax.js';
import type { Rule } from '../../risk/rule.js';
import { ruleEnvironment } from '../../risk/rule-environment.js';
import { DE } from './de.data.js';
import { EN } from './en.data.js';
import { factWordsOf } from './fact-words.js';
import { Sayer } from './sayer.js';
import { type Comparison, filled, type TextTest, type Words } from './words.js';

export const PLAIN_LANGUAGES = ['en', 'de'] as const;
export type PlainLanguage = (typeof PLAIN_LANGUAGES)[number];

export type PlainClause =
  | { readonly text: string }
  | { readonly join: 'all' | 'any'; readonly label: string; readonly clauses: readonly PlainClause[] };

export interface PlainRule {
  /** What follows when the clause holds: “Holds a purchase for a person, when”. */
  readonly effect: string;
  /** Null while the condition does not parse. */
  readonly clause: PlainClause | null;
}

/** The words of each language. */
export const PLAIN_WORDS: Readonly<Record<PlainLanguage, Words>> = { en: EN, de: DE };
const environment = ruleEnvironment();

export function inPlainWords(
  rule: Pick<Rule, 'condition' | 'effect' | 'kinds'>,
  language: PlainLanguage,
): PlainRule {
  const words = PLAIN_WORDS[language];
  return { effect: effectOf(rule, words), clause: clauseOf(rule.condition, words) };
}

/** Whom a promotion is for. Null while its condition does not parse. */
export const audienceInPlainWords = (condition: string, language: PlainLanguage): PlainClause | null =>
  clauseOf(condition, PLAIN_WORDS[language]);

function clauseOf(condition: string, words: Words): PlainClause | null {
  try {
    return say(environment.parse(condition).ast, { words, sayer: new Sayer(words) });
  } catch {
    return null;
  }
}

function effectOf({ effect, kinds }: Pick<Rule, 'effect' | 'kinds'>, words: Words): string {
  const list = new Intl.ListFormat(words.locale, { type: 'disjunction' });
  const said = kinds ? list.format(kinds.map((kind) => words.kinds[kind] ?? kind)) : words.everyKind;
  const score = new Intl.NumberFormat(words.locale).format(Math.abs(effect.score));
  const key = effect.type === 'score' ? (effect.score < 0 ? 'subtract' : 'add') : effect.type;
  return filled(words.effects[key], { kinds: said, score });
}

/** The clause as one sentence. */
export function flatten(clause: PlainClause): string {
  if ('text' in clause) return clause.text;
  return `${clause.label}: ${clause.clauses.map(flatten).join('; ')}`;
}

interface Saying {
  readonly words: Words;
  readonly sayer: Sayer;
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const isComparison = (op: string): op is Comparison => Object.hasOwn(OPPOSITE, op);

function say(node: ASTNode, saying: Saying): PlainClause {
  const { words, sayer } = saying;
  if (node.op === '&&' || node.op === '||') {
    const join = node.op === '&&' ? 'all' : 'any';
    return { join, label: words[join], clauses: sidesOf(node, node.op).map((side) => say(side, saying)) };
  }
  if (node.op === '!_') return sayNot(node.args, saying);
  if (isComparison(node.op)) {
    const [left, right] = node.args as [ASTNode, ASTNode];
    return { text: sayer.compare(node.op, left, right) };
  }
  const path = pathOf(node);
  const fact = path && factWordsOf(path.join('.'), words);
  if (fact) return { text: 'is' in fact ? fact.is : fact.noun };
  switch (node.op) {
    case 'value':
      return { text: node.args === true ? words.always : words.never };
    case 'in':
      return { text: sayer.among(node.args[0], node.args[1], words.oneOf) };
    case '?:': {
      const [test, yes, no] = node.args.map((part) => flatten(say(part, saying)));
      return { text: filled(words.choice, { test: test!, yes: yes!, no: no! }) };
    }
    case 'rcall':
      return { text: sayCall(node, saying) };
    default:
      return { text: sayer.source(node) };
  }
}

/** `a && b && c` as three sides. */
const sidesOf = (node: ASTNode, op: '&&' | '||'): ASTNode[] =>
  node.op === op ? (node.args as [ASTNode, ASTNode]).flatMap((side) => sidesOf(side, op)) : [node];

function sayNot(node: ASTNode, saying: Saying): PlainClause {
  const { words, sayer } = saying;
  if (node.op === '!_') return say(node.args, saying);
  if (isComparison(node.op)) {
    const [left, right] = node.args as [ASTNode, ASTNode];
    return { text: sayer.compare(OPPOSITE[node.op], left, right) };
  }
  if (node.op === 'in') return { text: sayer.among(node.args[0], node.args[1], words.noneOf) };
  const path = pathOf(node);
  const fact = path && factWordsOf(path.join('.'), words);
  if (fact && 'isNot' in fact) return { text: fact.isNot };
  return { text: filled(words.not, { clause: flatten(say(node, saying)) }) };
}

const TEXT_TESTS: ReadonlySet<string> = new Set(['contains', 'startsWith', 'endsWith']);

function sayCall(node: Call, { words, sayer }: Saying): string {
  const [name, receiver, args] = node.args;
  if (TEXT_TESTS.has(name) && args[0]) {
    const template = words.textTests[name as TextTest];
    return filled(template, { subject: sayer.noun(receiver), value: sayer.noun(args[0]) });
  }
  if (isIteration(node) && args[1]) {
    const templates: Readonly<Record<string, string>> = {
      exists: words.anyEntry,
      all: words.everyEntry,
      exists_one: words.oneEntry,
    };
    const template = templates[name];
    if (template) return filled(template, { list: sayer.noun(receiver), clause: sayer.source(args[1]) });
  }
  return sayer.source(node);
}
