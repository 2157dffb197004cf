/** Spreadsheets skip blanks before a formula, and some take the wide signs of East Asian keyboards for the same. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const GUARDED = /^'(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** A cell that no spreadsheet takes for a formula, quoted where it has to be. */
export function csvCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of cells, with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** What `csvCell` guarded, as it was. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
