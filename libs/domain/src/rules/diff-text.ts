/**
 * What changed within a text, in words, so that two versions of a rule's condition or message are compared at a glance. The
 * parts leave nothing out: those that stay and those removed give the text before, those that stay and those added the text after.
 */
/** A stretch of a text: in both versions, only in the one before, or only in the one after. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words, numbers and runs of space stay whole; every other sign is a token of its own. */
const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_.]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

/** Longer texts are rare, and comparing them token by token costs the product of their lengths. */
const MOST_TOKENS = 400;
/** Where less than this of the text stays, the pieces say less than the two texts do. */
const ENOUGH_STAYS = 0.4;

/** What changed within a text; the two texts whole where little of it stayed. */
export function diffText(before: string, after: string): TextPart[] {
  const whole: TextPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  const [a, b] = [tokensOf(before), tokensOf(after)];
  if (a.length > MOST_TOKENS || b.length > MOST_TOKENS) return whole;
  const lengths = commonLengths(a, b);
  const parts: TextPart[] = [];
  let [i, j, stays] = [0, 0, 0];
  const add = (kind: TextPart['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]!);
      if (a[i]!.trim() !== '') stays += 1;
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      add('removed', a[i]!);
      i += 1;
    } else {
      add('added', b[j]!);
      j += 1;
    }
  }
  const words = (tokens: readonly string[]) => tokens.filter((token) => token.trim() !== '').length;
  return stays < ENOUGH_STAYS * Math.max(words(a), words(b)) ? whole : parts;
}

/** At [i][j]: how long the longest common subsequence of what follows is. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}
