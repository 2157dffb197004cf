/** How measured shares are written into the tables of a report. */
export type Row = Record<string, string | number>;

export interface Shares {
  readonly recall: number;
  readonly falsePositives: number;
}

const RATES = [0.005, 0.01];

export const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;

export function rates(at: (rate: number) => Shares): Row {
  return Object.fromEntries(
    RATES.flatMap((rate) => {
      const { recall, falsePositives } = at(rate);
      return [
        [`recall at ${100 * rate} %`, percent(recall)],
        [`false positives then (${100 * rate} %)`, percent(falsePositives)],
      ];
    }),
  );
}
