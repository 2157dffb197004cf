import type { DocumentFact, DocumentTable } from '@coinwarden/domain';
import { GREY, lineHeight, type PageWriter, type TextStyle } from './page-writer.js';

const CELL: TextStyle = { size: 9.5 };
const HEAD: TextStyle = { size: 9.5, weight: 600, colour: GREY };
const PAD = 4;
const GAP = 10;
const LABEL_SHARE = 0.3;

/** Rows never break across pages, and every page of a table says what its columns are. */
export function writeTable(writer: PageWriter, { columns, rows, more }: DocumentTable): void {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  const room = writer.width - GAP * (columns.length - 1);
  const widths = columns.map((column) => (room * column.weight) / total);
  const styleOf = (style: TextStyle, i: number): TextStyle => ({
    ...style,
    align: columns[i]!.align ?? 'left',
  });
  const heightOf = (cells: readonly string[], style: TextStyle) =>
    Math.max(...cells.map((cell, i) => writer.lines(cell, style, widths[i]!).length)) * lineHeight(style) +
    2 * PAD;
  const write = (cells: readonly string[], style: TextStyle, height: number) => {
    let x = writer.left;
    for (const [i, cell] of cells.entries()) {
      const width = widths[i]!;
      for (const [n, line] of writer.lines(cell, style, width).entries()) {
        writer.line(line, styleOf(style, i), { x, y: writer.y + PAD + n * lineHeight(style), width });
      }
      x += width + GAP;
    }
    writer.space(height);
    writer.rule();
  };
  const titles = columns.map((column) => column.title);
  const head = heightOf(titles, HEAD);
  const start = (row: number) => {
    writer.keep(head + row);
    write(titles, HEAD, head);
  };
  let page = 0;
  for (const cells of rows) {
    const height = heightOf(cells, CELL);
    writer.keep(height);
    if (writer.page !== page) start(height);
    page = writer.page;
    write(cells, CELL, height);
  }
  if (more > 0) {
    writer.space(PAD);
    writer.paragraph(`and ${more} more`, { size: 9.5, colour: GREY });
  }
}

/** Labels beside their values. */
export function writeFacts(writer: PageWriter, facts: readonly DocumentFact[], size: number): void {
  const label: TextStyle = { size, colour: GREY };
  const value: TextStyle = { size };
  const labelWidth = writer.width * LABEL_SHARE;
  const valueBox = { x: writer.left + labelWidth + GAP, width: writer.width - labelWidth - GAP };
  for (const [name, text] of facts) {
    const names = writer.lines(name, label, labelWidth);
    const values = writer.lines(text, value, valueBox.width);
    writer.keep(Math.max(names.length, values.length) * lineHeight(value) + 2);
    for (const [n, line] of names.entries()) {
      writer.line(line, label, { x: writer.left, y: writer.y + n * lineHeight(label), width: labelWidth });
    }
    for (const [n, line] of values.entries()) {
      writer.line(line, value, { ...valueBox, y: writer.y + n * lineHeight(value) });
    }
    writer.space(Math.max(names.length, values.length) * lineHeight(value) + 2);
  }
}
