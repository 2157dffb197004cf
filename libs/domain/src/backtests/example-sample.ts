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

interface Chosen {
  readonly order: number;
  readonly example: BacktestExample;
}

export class ExampleSample {
  readonly groups = new Map<string, Chosen[]>();

  add({ past, label, before, verdict, worth }: ExampleFound): void {
    const name = `${before}>${verdict.outcome}>${label}`;
    const group = this.groups.get(name) ?? [];
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
    this.groups.set(name, chosenOf([...group, { order, example }]));
  }

  /** The same choice as if those had been added here. */
  addAll(groups: ExampleSample['groups']): void {
    for (const [name, group] of groups)
      this.groups.set(name, chosenOf([...(this.groups.get(name) ?? []), ...group]));
  }

  /** The latest first. */
  all(): BacktestExample[] {
    const examples = [...this.groups.values()].flatMap((group) => group.map(({ example }) => example));
    return examples.sort((a, b) => b.at - a.at || (a.transactionId < b.transactionId ? 1 : -1));
  }
}

const chosenOf = (group: Chosen[]): Chosen[] => group.sort((a, b) => a.order - b.order).slice(0, PER_GROUP);
