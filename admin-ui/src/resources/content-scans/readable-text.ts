import type { StaffContentScanDetail } from '@coinwarden/contracts';

type Span = StaffContentScanDetail['spans'][number];

/** A stretch of a text with the same evidence all along, and what of it can be seen. */
export interface TextPiece {
  readonly start: number;
  readonly codes: readonly string[];
  readonly parts: readonly TextPart[];
}

/** Characters as they are, or the code of one that nobody would see. */
export type TextPart = { readonly text: string } | { readonly hidden: string };

/** Cuts the text where evidence begins and ends; together the pieces are the text, nothing more and nothing less. */
export function piecesOf(text: string, spans: readonly Span[]): readonly TextPiece[] {
  const inside = spans.filter((span) => span.start < span.end && span.end <= text.length);
  const cuts = new Set([0, text.length, ...inside.flatMap((span) => [span.start, span.end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1]!;
    const codes = inside.filter((span) => span.start <= start && span.end >= end).map((span) => span.code);
    return { start, codes: [...new Set(codes)], parts: partsOf(text.slice(start, end)) };
  });
}

/**
 * Format characters (zero-width, directions), controls, variation selectors, blank letters and tags. Joiners inside
 * emoji are shown as well: they are there.
 */
const HIDDEN = /[\p{Cf}\p{Co}\p{Variation_Selector}\u115f\u1160\u3164\uffa0\u2800]|\u034f|(?![\n\t])\p{Cc}/gu;

function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ hidden: codePointName(character) });
    from = index + character.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

const codePointName = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
