import { writeFileSync } from 'node:fs';

export interface Measurement {
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
}

/** What a measurement is to reach: at least this ratio, or at most. */
export interface Goal {
  readonly atLeast?: number;
  readonly atMost?: number;
}

const round = (value: number): number => Number(value.toPrecision(4));

export const measurement = (value: number, unit: string, baseline: number): Measurement => ({
  value: round(value),
  unit,
  baseline: round(baseline),
  ratio: round(value / baseline),
});

/** The value below which this share of them lies; they are in ascending order. */
export const quantile = (ascending: readonly number[], share: number): number =>
  ascending[Math.floor((ascending.length - 1) * share)]!;

export function reached({ ratio }: Measurement, { atLeast = 0, atMost = Infinity }: Goal): boolean {
  return ratio >= atLeast && ratio <= atMost;
}

export function writeResults(file: string, results: Readonly<Record<string, Measurement>>): void {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

export function printTable(
  results: Readonly<Record<string, Measurement>>,
  goals: Readonly<Record<string, Goal>>,
): void {
  const rows = Object.entries(results).map(([name, m]) => {
    const row = [name, `${m.value} ${m.unit}`, String(m.baseline), `${m.ratio} ×`];
    const goal = goals[name];
    if (goal === undefined) return [...row, '', ''];
    const wanted = goal.atMost === undefined ? `≥ ${goal.atLeast ?? 0}` : `≤ ${goal.atMost}`;
    return [...row, wanted, reached(m, goal) ? 'reached' : 'missed'];
  });
  const table = [['measured', 'value', 'baseline', 'ratio', 'goal', ''], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table) console.log(row.map((cell, i) => cell.padEnd(widths[i]!)).join('  '));
}
