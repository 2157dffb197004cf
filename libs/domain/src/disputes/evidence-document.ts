import type { ExhibitKey } from './evidence-category.js';

/** What stands in the document, before anybody lays it out: text only, in reading order. */
export interface EvidenceDocument {
  readonly title: string;
  readonly facts: readonly DocumentFact[];
  readonly statement: string;
  readonly exhibits: readonly LetteredExhibit[];
  /** The latest moment anything in it speaks of: a document about the past carries no other date. */
  readonly factsUntil: string;
}

export type DocumentFact = readonly [label: string, value: string];

export interface DocumentTable {
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that exist and are not shown. */
  readonly more: number;
}

export interface DocumentColumn {
  readonly title: string;
  /** Share of the width. */
  readonly weight: number;
  readonly align?: 'right';
}

/** One exhibit as its builder makes it; `empty` when nothing is known that it could show. */
export interface DocumentExhibit {
  readonly key: ExhibitKey;
  readonly title: string;
  readonly summary: string;
  readonly empty: boolean;
  readonly facts?: readonly DocumentFact[];
  readonly table?: DocumentTable;
  readonly paragraphs?: readonly string[];
}

export interface LetteredExhibit extends DocumentExhibit {
  readonly letter: string;
}

export const MAX_TABLE_ROWS = 25;
/** Names and ids are shorter; whatever is not would push a row off its page. */
const MAX_CELL_CHARS = 200;

export function tableOf(
  columns: readonly DocumentColumn[],
  rows: readonly (readonly string[])[],
  total: number = rows.length,
): DocumentTable {
  const shown = rows.slice(0, MAX_TABLE_ROWS).map((cells) => cells.map(clipped));
  return { columns, rows: shown, more: total - shown.length };
}

const clipped = (text: string) =>
  text.length > MAX_CELL_CHARS ? `${text.slice(0, MAX_CELL_CHARS - 1).toWellFormed()}…` : text;

/** The same document with at most so many rows in each table. What is left out is counted. */
export const shortened = (document: EvidenceDocument, maxRows: number): EvidenceDocument => ({
  ...document,
  exhibits: document.exhibits.map((exhibit) => {
    const { table } = exhibit;
    if (!table || table.rows.length <= maxRows) return exhibit;
    const more = table.more + table.rows.length - maxRows;
    return { ...exhibit, table: { ...table, rows: table.rows.slice(0, maxRows), more } };
  }),
});
