import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv.js';
import { duplicateKey, groupNearDuplicates } from './near-duplicates.js';

/** One labelled text. `group` is the same for texts that are nearly the same. */
export interface Example {
  readonly source: string;
  readonly text: string;
  readonly scam: boolean;
  readonly group: number;
}

/** Every set is under CC BY or MIT; a set under an unclear licence must not be listed here. */
export const TEXT_SOURCES = [
  'sms',
  'video-comments',
  'group-chat',
  'group-chat-ru',
  'posts',
  'comments-id',
] as const;

/** The sets of a folder, each text once. A text that carries both labels is left out: nobody can learn from it. */
export function loadCorpus(folder: string): readonly Example[] {
  const rows = TEXT_SOURCES.flatMap((source) => {
    const path = join(folder, 'text', `${source}.csv`);
    if (!existsSync(path)) return [];
    return readCsv(path).map((row) => ({ source, text: clean(row['text']!), scam: row['label'] === '1' }));
  }).filter((row) => row.text !== '');
  const labels = new Map<string, { scam: boolean; both: boolean }>();
  const keyOf = (text: string): string => duplicateKey(text) || text;
  for (const row of rows) {
    const key = keyOf(row.text);
    const known = labels.get(key);
    if (known === undefined) labels.set(key, { scam: row.scam, both: false });
    else if (known.scam !== row.scam) known.both = true;
  }
  const seen = new Set<string>();
  const unique = rows.filter((row) => {
    const key = keyOf(row.text);
    if (seen.has(key) || labels.get(key)!.both) return false;
    seen.add(key);
    return true;
  });
  const groups = groupNearDuplicates(unique.map((row) => row.text));
  return unique.map((row, i) => ({ ...row, group: groups[i]! }));
}

/** What the collectors' tools left in the texts: markup, escaped characters, the mark that ends a copied comment. */
const clean = (text: string): string =>
  unwrap(text)
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>.*?<\/a>/gi, '$1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\uFEFF/g, '')
    .trim();

/** The text of a message that was exported as a list of styled pieces. */
function unwrap(text: string): string {
  if (!text.startsWith('[') || !text.includes("'type':")) return text;
  const pieces: string[] = [];
  const pattern = /'(type|document_id|language)': '[^']*'|'text': |'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;
  for (const [, key, single, double] of text.matchAll(pattern)) {
    const piece = single ?? double;
    if (key === undefined && piece !== undefined && piece !== 'href')
      pieces.push(piece.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1'));
  }
  return pieces.join('');
}
