import { contentReferences, scanContent } from '@coinwarden/domain';
import { writeExamples } from './examples/written-examples.js';

/** How many comments one core scans in a second, and what the worst texts cost. */
const SECONDS = 3;

export function measureSpeed(): readonly Record<string, string | number>[] {
  const references = contentReferences();
  const comments = writeExamples(10, 2).map((example) => example.text);
  const scan = (text: string): unknown => scanContent({ kind: 'comment', text }, references);
  for (const text of comments) scan(text);
  let scans = 0;
  const start = performance.now();
  while (performance.now() - start < SECONDS * 1000) {
    for (const text of comments) scan(text);
    scans += comments.length;
  }
  const perSecond = Math.round((1000 * scans) / (performance.now() - start));
  const characters = Math.round(comments.reduce((sum, text) => sum + text.length, 0) / comments.length);
  return [
    { text: `comments of ${characters} characters`, measured: `${perSecond} scans/s` },
    ...WORST.map(([text, content]) => ({ text, measured: `${milliseconds(() => scan(content))} ms` })),
  ];
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
