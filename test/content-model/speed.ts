import { contentReferences, scanContent } from '@coinwarden/domain';
import { writeExamples } from './examples/written-examples.js';
import type { LabelledText } from './train-text.js';

/** How many texts of each source one core scans in a second of processor time, and what the worst texts cost. */
const SECONDS = 3;
const SAMPLE = 1_000;

export function measureSpeed(texts: readonly LabelledText[]): readonly Record<string, string | number>[] {
  const references = contentReferences();
  const scan = (text: string): unknown => scanContent({ kind: 'comment', text }, references);
  const bySource = new Map<string, string[]>();
  for (const { source, text } of texts) {
    const known = bySource.get(source);
    if (known === undefined) bySource.set(source, [text]);
    else known.push(text);
  }
  bySource.set(
    'written',
    writeExamples(10, 2).map((example) => example.text),
  );
  const samples = [...bySource].map(([source, all]) => [source, everyNth(all, SAMPLE)] as const);
  return [
    ...[...samples, ['all sources alike', samples.flatMap(([, all]) => all)] as const].map(([text, all]) => ({
      text,
      characters: Math.round(all.reduce((sum, t) => sum + t.length, 0) / all.length),
      measured: `${perSecond(all, scan)} scans/s`,
    })),
    ...WORST.map(([text, content]) => ({
      text,
      characters: content.length,
      measured: `${milliseconds(() => scan(content))} ms`,
    })),
  ];
}

const everyNth = (all: readonly string[], wanted: number): readonly string[] => {
  const step = Math.max(1, Math.floor(all.length / wanted));
  return all.filter((_, i) => i % step === 0).slice(0, wanted);
};

/** Processor time, so that other programs on the machine count as little as may be. */
function perSecond(texts: readonly string[], scan: (text: string) => unknown): number {
  for (const text of texts) scan(text);
  let scans = 0;
  const start = process.cpuUsage();
  const used = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  while (used() < SECONDS) {
    for (const text of texts) scan(text);
    scans += texts.length;
  }
  return Math.round(scans / used());
}

const WORST: readonly (readonly [string, string])[] = [
  ['ten megabytes of letters', 'free coins '.repeat(953_251)],
  ['10,000 links', Array.from({ length: 10_000 }, (_, i) => `https://a${i}.example-${i}.com/x`).join(' ')],
  ['10,000 dots', 'a.'.repeat(10_000)],
  ['32,768 zero-width characters', '\u200b'.repeat(32_768)],
];

function milliseconds(run: () => void): number {
  const start = performance.now();
  run();
  return Math.round(performance.now() - start);
}
