import type { ASTNode } from '@marcbachmann/cel-js';
import { pathOf, sourceOf } from '../../risk/condition-syntax.js';
import { factWordsOf } from './fact-words.js';
import { type Calculation, type Comparison, filled, type Unit, type Words } from './words.js';

/** Says the parts of a clause: subjects, values with their unit, comparisons. */
export class Sayer {
  constructor(private readonly words: Words) {}

  /** As it is written, where there are no words for it. */
  source(node: ASTNode): string {
    return sourceOf(node).replace(/\s+/g, ' ');
  }

  compare(op: Comparison, left: ASTNode, right: ASTNode): string {
    const truth = this.#truth(op, left, right);
    if (truth !== undefined) return truth;
    // The fact comes first, as one would say it.
    if (left.op === 'value' && right.op !== 'value') return this.compare(MIRRORED[op], right, left);
    const unit = this.#unitOf(left) ?? this.#unitOf(right);
    const { compare, compareText } = this.words;
    const textual = typeof right.args === 'string' && right.op === 'value';
    const template = textual && (op === '==' || op === '!=') ? compareText[op] : compare[op];
    return filled(template, { subject: this.noun(left, unit), value: this.noun(right, unit) });
  }

  /** `x in [a, b]`, and `"a" in facts`. */
  among(item: ASTNode, list: ASTNode, template: string): string {
    const { words } = this;
    if (list.op === 'list') return filled(template, { subject: this.noun(item), list: this.noun(list) });
    const held = filled(words.holds, { list: this.noun(list), value: this.noun(item) });
    return template === words.noneOf ? filled(words.not, { clause: held }) : held;
  }

  noun(node: ASTNode, unit?: Unit): string {
    const { words } = this;
    const path = pathOf(node);
    const fact = path && factWordsOf(path.join('.'), words);
    if (fact) return 'noun' in fact ? fact.noun : fact.is;
    switch (node.op) {
      case 'value':
        return this.#value(node.args, unit);
      case 'list':
        return new Intl.ListFormat(words.locale, { type: 'disjunction' }).format(
          node.args.map((item) => this.noun(item, unit)),
        );
      case '+':
      case '-':
      case '*':
      case '/':
      case '%': {
        // What is multiplied are counts, whatever they count.
        const inner = node.op === '+' || node.op === '-' ? unit : undefined;
        const [left, right] = node.args.map((side) => this.noun(side, inner));
        return filled(words.calculate[node.op as Calculation], { left: left!, right: right! });
      }
      case '-_':
        return filled(words.negative, { value: this.noun(node.args, unit) });
      case 'call':
      case 'rcall':
        return this.#count(node) ?? this.source(node);
      default:
        return this.source(node);
    }
  }

  /** `size(x)` and `x.size()`. */
  #count(node: Extract<ASTNode, { op: 'call' | 'rcall' }>): string | undefined {
    if (node.args[0] !== 'size') return undefined;
    const list = node.op === 'call' ? node.args[1][0] : node.args[1];
    return list && filled(this.words.countOf, { list: this.noun(list) });
  }

  /** `fact == true` is the fact itself. */
  #truth(op: Comparison, left: ASTNode, right: ASTNode): string | undefined {
    if (right.op !== 'value' || typeof right.args !== 'boolean' || (op !== '==' && op !== '!='))
      return undefined;
    const path = pathOf(left);
    const fact = path && factWordsOf(path.join('.'), this.words);
    if (!fact || !('is' in fact)) return undefined;
    return right.args === (op === '==') ? fact.is : fact.isNot;
  }

  #unitOf(node: ASTNode): Unit | undefined {
    const path = pathOf(node);
    const fact = path && factWordsOf(path.join('.'), this.words);
    if (fact) return 'noun' in fact ? fact.unit : undefined;
    if (node.op !== '+' && node.op !== '-') return undefined;
    return this.#unitOf(node.args[0]) ?? this.#unitOf(node.args[1]);
  }

  #value(value: unknown, unit: Unit | undefined): string {
    const { locale, units, quoted } = this.words;
    if (typeof value === 'string') return filled(quoted, { text: value });
    if (typeof value !== 'bigint' && typeof value !== 'number') return String(value);
    if (unit === 'usd')
      return new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(
        Number(value) / 100,
      );
    const number = new Intl.NumberFormat(locale).format(value);
    if (unit === 'percent') return `${number} %`;
    return unit === undefined ? number : `${number} ${units[unit]}`;
  }
}

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
