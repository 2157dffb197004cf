import type { DecisionAnswer } from '@coinwarden/contracts';
import type { Outcome } from '@coinwarden/domain';

/** How the decisions met what is known: a decision is positive when it did not simply approve. */
export interface Confusion {
  caught: number;
  missed: number;
  falseAlarms: number;
  passed: number;
}

/** Everything an import counts; plain data, kept with its checkpoint so that a resumed import goes on counting. */
export interface Tally {
  rows: number;
  decided: number;
  /** Rows an earlier run had decided already. */
  replayed: number;
  refused: number;
  outcomes: Record<Outcome, number>;
  overall: Confusion;
  since: Confusion;
  byMonth: Record<string, Confusion>;
  byPattern: Record<string, { caught: number; missed: number }>;
  byReason: Record<string, { fraud: number; honest: number; unlabelled: number }>;
}

const confusion = (): Confusion => ({ caught: 0, missed: 0, falseAlarms: 0, passed: 0 });

export const emptyTally = (): Tally => ({
  rows: 0,
  decided: 0,
  replayed: 0,
  refused: 0,
  outcomes: { approve: 0, review: 0, decline: 0 },
  overall: confusion(),
  since: confusion(),
  byMonth: {},
  byPattern: {},
  byReason: {},
});

export interface DecidedRow {
  readonly answer: DecisionAnswer;
  readonly occurredAt: string;
  readonly label: { readonly fraud: boolean; readonly pattern: string } | null;
}

/** Adds one decision. Rows from `since` on are also counted by themselves. */
export function count(tally: Tally, row: DecidedRow, since: string | undefined): void {
  const { answer, label } = row;
  tally.decided++;
  if (answer.replayed) tally.replayed++;
  tally.outcomes[answer.outcome]++;
  for (const code of new Set(answer.reasons.map((reason) => reason.code))) {
    tally.byReason[code] ??= { fraud: 0, honest: 0, unlabelled: 0 };
    tally.byReason[code][label === null ? 'unlabelled' : label.fraud ? 'fraud' : 'honest']++;
  }
  if (label === null) return;
  const flagged = answer.outcome !== 'approve';
  const cell = label.fraud ? (flagged ? 'caught' : 'missed') : flagged ? 'falseAlarms' : 'passed';
  const at = new Date(row.occurredAt);
  const month = at.toISOString().slice(0, 7);
  tally.byMonth[month] ??= confusion();
  tally.byMonth[month][cell]++;
  tally.overall[cell]++;
  if (since !== undefined && at >= new Date(since)) tally.since[cell]++;
  if (cell === 'caught' || cell === 'missed') {
    tally.byPattern[label.pattern] ??= { caught: 0, missed: 0 };
    tally.byPattern[label.pattern]![cell]++;
  }
}
