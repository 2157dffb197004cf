/**
 * A few of the transactions whose outcome would change: for each kind of change and label the same number, chosen by
 * their ids, so that the choice is fair, is the same in every run and never grows.
 */
import type { Outcome, TransactionKind } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';
import { hashId } from '../risk/velocity-sightings.js';
import type { LabelClass } from './label.js';
import type { PastDecision } from './past-decision.js';
import type { SideVerdict } from './trial.js';

const PER_GROUP = 12;

export interface BacktestExample {
  readonly transactionId: string;
  readonly accountId: string;
  readonly kind: TransactionKind;
  readonly at: Instant;
  readonly usdMinor: number;
  readonly coins: number;
  readonly label: LabelClass;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly score: number;
  readonly rules: readonly string[];
}

export interface ExampleFound {
  readonly past: PastDecision;
  readonly label: LabelClass;
  readonly before: Outcome;
  readonly verdict: SideVerdict;
  readonly worth: { readonly usdMinor: number; readonly coins: number };
}

export class ExampleSample {
  readonly #groups = new Map<string, { readonly order: number; readonly example: BacktestExample }[]>();

  add({ past, label, before, verdict, worth }: ExampleFound): void {
    const name = `${before}>${verdict.outcome}>${label}`;
    let group = this.#groups.get(name);
    if (!group) {
      group = [];
      this.#groups.set(name, group);
    }
    const order = hashId(past.transactionId);
    if (group.length === PER_GROUP && order >= group.at(-1)!.order) return;
    const { transaction, transactionId } = past;
    const example: BacktestExample = {
      transactionId,
      accountId: transaction.accountId,
      kind: transaction.kind,
      at: transaction.occurredAt,
      ...worth,
      label,
      before,
      after: verdict.outcome,
      score: verdict.score,
      rules: verdict.fired.map((rule) => rule.key),
    };
    group.push({ order, example });
    group.sort((a, b) => a.order - b.order);
    if (group.length > PER_GROUP) group.pop();
  }

  /** The latest first. */
  all(): BacktestExample[] {
    const examples = [...this.#groups.values()].flatMap((group) => group.map(({ example }) => example));
    return examples.sort((a, b) => b.at - a.at || (a.transactionId < b.transactionId ? 1 : -1));
  }
}
