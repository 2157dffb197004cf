import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { plainText } from '@coinwarden/domain';
import { create } from 'fontkit';
import { unpackWoff } from './unpack-woff.js';

/**
 * Inter as the console uses it, in its files by script; each is opened when a text first needs it. Together they cover
 * Latin, Vietnamese, Cyrillic and Greek. Whatever they do not cover is written as code points, so that no reader takes an
 * empty box for a name.
 */
const SCRIPTS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'greek',
  'vietnamese',
  'cyrillic-ext',
  'greek-ext',
] as const;
export type Script = (typeof SCRIPTS)[number];
export type Weight = 400 | 600;

const { resolve } = createRequire(import.meta.url);

/** A font file by script and weight, read once. */
export function fontData(script: Script, weight: Weight): Buffer {
  const name = `${script}-${weight}`;
  let data = fonts.get(name);
  if (!data) {
    data = unpackWoff(readFileSync(resolve(`@fontsource/inter/files/inter-${name}-normal.woff`)));
    fonts.set(name, data);
  }
  return data;
}

const fonts = new Map<string, Buffer>();
const coverage = new Map<Script, ReadonlySet<number>>();

function covers(script: Script, codePoint: number): boolean {
  let known = coverage.get(script);
  if (!known) {
    known = new Set(create(fontData(script, 400)).characterSet);
    coverage.set(script, known);
  }
  return known.has(codePoint);
}

const scriptOf = (character: string): Script | null =>
  SCRIPTS.find((script) => covers(script, character.codePointAt(0)!)) ?? null;

/** Some characters that one font file has all of. */
export interface Run {
  readonly script: Script;
  readonly text: string;
}

const codePointName = (character: string) =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Text as the typeface can set it. `replaced` gathers what had to be written as code points. */
export class Typesetting {
  readonly replaced = new Set<string>();

  /** One paragraph's text, normalised: composed, without control characters, with one kind of space. */
  printable(text: string): string {
    const plain = plainText(text)
      .normalize('NFC')
      .replace(/[\p{Zs}\t]/gu, ' ');
    let out = '';
    let missing: string[] = [];
    const flush = () => {
      if (missing.length > 0) out += `[${missing.join(' ')}]`;
      missing = [];
    };
    for (const character of plain) {
      if (character === '\n' || scriptOf(character) !== null) {
        flush();
        out += character;
      } else {
        missing.push(codePointName(character));
        this.replaced.add(codePointName(character));
      }
    }
    flush();
    return out;
  }
}

/** Printable text by the font file that sets it. */
export function runsOf(printable: string): Run[] {
  const runs: { script: Script; text: string }[] = [];
  for (const character of printable) {
    const last = runs.at(-1);
    const script: Script = character === ' ' ? 'latin' : (scriptOf(character) ?? 'latin');
    if (last?.script === script) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
}
