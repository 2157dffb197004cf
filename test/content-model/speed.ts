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
  const measured = [...bySource].map(([text, all]) => {
    const sample = everyNth(all, SAMPLE);
    const characters = sample.reduce((sum, t) => sum + t.length, 0) / sample.length;
    return { text, size: all.length, characters, rate: perSecond(sample, scan) };
  });
  const sets = measured.filter(({ text }) => text !== 'written');
  const rows = sets.reduce((sum, { size }) => sum + size, 0);
  const mix = {
    text: 'all rows of the sets',
    characters: sets.reduce((sum, { size, characters }) => sum + size * characters, 0) / rows,
    rate: rows / sets.reduce((sum, { size, rate }) => sum + size / rate, 0),
  };
  return [
    ...[...measured, ...(sets.length > 0 ? [mix] : [])].map(({ text, characters, rate }) => ({
      text,
      characters: Math.round(characters),
      measured: `${Math.round(rate)} scans/s`,
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

/** By processor time, and the fastest of many passes, so that other programs on the machine count as little as may be. */
function perSecond(texts: readonly string[], scan: (text: string) => unknown): number {
  let fastest = 0;
  const start = process.cpuUsage();
  const secondsSince = (before: NodeJS.CpuUsage): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  while (secondsSince(start) < SECONDS) {
    const before = process.cpuUsage();
    for (const text of texts) scan(text);
    fastest = Math.max(fastest, texts.length / secondsSince(before));
  }
  return fastest;
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
