import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const source = readFileSync(new URL('../../admin-ui/src/theme/tokens.ts', import.meta.url), 'utf8');

/** The colours of one theme, as written. */
function tokensOf(theme: 'LIGHT' | 'DARK'): Record<string, string> {
  const [, body = ''] = new RegExp(`export const ${theme}: Tokens = \\{([^}]*)\\}`).exec(source) ?? [];
  return Object.fromEntries(
    [...body.matchAll(/(\w+): '(#[0-9a-f]{6})'/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** Relative luminance of an sRGB colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'neutralSoft', 'accentSoft'];
const TEXTS = ['text', 'muted', 'accent', 'positive', 'caution', 'negative', 'info'];
const SOFT = ['positive', 'caution', 'negative', 'info', 'accent'];
const AA_TEXT = 4.5;
const AA_GRAPHIC = 3;

describe.each(['LIGHT', 'DARK'] as const)('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const below = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs.filter(([a, b]) => contrast(tokens[a]!, tokens[b]!) < least).map(([a, b]) => `${a} on ${b}`);

  it('is read by every eye: text at 4.5 : 1 on whatever it may stand on', () => {
    const onGrounds = TEXTS.flatMap((text) => GROUNDS.slice(0, 4).map((ground) => [text, ground] as const));
    const quiet = ['text', 'muted'].flatMap((text) => GROUNDS.map((ground) => [text, ground] as const));
    const tags = SOFT.map((tone) => [tone, `${tone}Soft`] as const);
    const pairs = [...onGrounds, ...quiet, ...tags, ['onAccent', 'accent'] as const];
    expect(pairs.length).toBeGreaterThan(40);
    expect(below(pairs, AA_TEXT)).toEqual([]);
  });

  it('keeps chart series and the focus ring apart from their ground', () => {
    const marks = ['seriesApprove', 'seriesDecline', 'seriesHeld', 'focus'];
    expect(
      below(
        marks.map((mark) => [mark, 'surface'] as const),
        AA_GRAPHIC,
      ),
    ).toEqual([]);
  });
});
