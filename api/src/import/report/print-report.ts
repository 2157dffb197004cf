import type { Confusion, Tally } from './tally.js';

const whole = new Intl.NumberFormat('en');
const share = (part: number, of: number) => (of === 0 ? '–' : `${((100 * part) / of).toFixed(2)} %`);

/** The tally as lines to read: outcomes, then, where rows are labelled, how well the decisions met the labels. */
export function reportLines(tally: Tally, since: string | undefined): string[] {
  const { outcomes, overall } = tally;
  const lines = [
    `rows       ${whole.format(tally.rows)} (${whole.format(tally.decided)} decided, ${whole.format(tally.refused)} refused)`,
    `outcomes   approve ${whole.format(outcomes.approve)} · review ${whole.format(outcomes.review)} · decline ${whole.format(outcomes.decline)}`,
  ];
  if (labelled(overall) > 0) lines.push(...quality(tally, since));
  return [...lines, ...byReason(tally)];
}

function quality(tally: Tally, since: string | undefined): string[] {
  const rows: [string, Confusion][] = [['all', tally.overall]];
  if (since !== undefined) rows.push([`since ${since.slice(0, 10)}`, tally.since]);
  rows.push(...Object.entries(tally.byMonth).sort(([a], [b]) => (a < b ? -1 : 1)));
  const patterns = Object.entries(tally.byPattern).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '',
    'Flagged (review or decline) against the labels:',
    columns(['', 'fraud', 'recall', 'precision', 'honest', 'false positives']),
    ...rows.map(([name, c]) =>
      columns([
        name,
        whole.format(c.caught + c.missed),
        share(c.caught, c.caught + c.missed),
        share(c.caught, c.caught + c.falseAlarms),
        whole.format(c.falseAlarms + c.passed),
        share(c.falseAlarms, c.falseAlarms + c.passed),
      ]),
    ),
    ...(patterns.length > 1
      ? [
          '',
          columns(['pattern', 'fraud', 'recall']),
          ...patterns.map(([name, c]) =>
            columns([name, whole.format(c.caught + c.missed), share(c.caught, c.caught + c.missed)]),
          ),
        ]
      : []),
  ];
}

/** Every reason that was given, most often first; a decision may give several. */
function byReason({ byReason: reasons, overall }: Tally): string[] {
  const sorted = Object.entries(reasons).sort(([, a], [, b]) => sum(b) - sum(a));
  if (sorted.length === 0) return [];
  const fraud = overall.caught + overall.missed;
  const honest = overall.falseAlarms + overall.passed;
  if (fraud + honest === 0)
    return [
      '',
      columns(['reason', 'rows']),
      ...sorted.map(([code, r]) => columns([code, whole.format(sum(r))])),
    ];
  return [
    '',
    columns(['reason', 'fraud', 'recall', 'precision', 'honest', 'false positives']),
    ...sorted.map(([code, r]) =>
      columns([
        code,
        whole.format(r.fraud),
        share(r.fraud, fraud),
        share(r.fraud, r.fraud + r.honest),
        whole.format(r.honest),
        share(r.honest, honest),
      ]),
    ),
  ];
}

const sum = (r: Tally['byReason'][string]) => r.fraud + r.honest + r.unlabelled;
const labelled = (c: Confusion) => c.caught + c.missed + c.falseAlarms + c.passed;
const columns = ([name = '', ...cells]: string[]) =>
  name.padEnd(36) + cells.map((c) => c.padStart(16)).join('');
