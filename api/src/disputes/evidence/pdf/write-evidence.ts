import type { EvidenceDocument, LetteredExhibit } from '@coinwarden/domain';
import { GREY, lineHeight, PageWriter, type TextStyle } from './page-writer.js';
import { writeFacts, writeTable } from './write-table.js';

const TITLE: TextStyle = { size: 22, weight: 600 };
const HEADING: TextStyle = { size: 14, weight: 600 };
const BODY: TextStyle = { size: 12 };
const NOTE: TextStyle = { size: 9.5, colour: GREY };
const FOOTER: TextStyle = { size: 8.5, colour: GREY };
const PAGE_NUMBER_WIDTH = 40;
/** A heading is never left alone at the foot of a page. */
const HEADING_KEEP = 110;

export interface WrittenEvidence {
  readonly pdf: Buffer;
  readonly pages: number;
}

/** The document as a PDF: real text, bookmarks, page numbers. `mark` stands at the foot of every page. */
export async function writeEvidence(document: EvidenceDocument, mark: string): Promise<WrittenEvidence> {
  const [, reference = ''] = document.facts[0] ?? [];
  const writer = new PageWriter({
    title: `${document.title} ${reference}`.trim(),
    subject: mark,
    // A document about the past carries the date of its latest fact: the same facts are the same bytes.
    createdAt: new Date(document.factsUntil),
  });
  writer.paragraph(document.title, TITLE);
  writer.space(10);
  writeFacts(writer, [...document.facts, ['Facts up to', document.factsUntil]], 11);
  section(writer, 'Statement');
  for (const text of document.statement.split(/\n{2,}/)) {
    writer.paragraph(text, BODY);
    writer.space(8);
  }
  const entries = contents(writer, document.exhibits);
  const pages = document.exhibits.map((exhibit) => writeExhibit(writer, exhibit));
  sayWhatWasReplaced(writer);
  for (const [i, { page, y }] of entries.entries()) {
    writer.pdf.switchToPage(page - 1);
    const x = writer.left + writer.width - PAGE_NUMBER_WIDTH;
    writer.at(String(pages[i]), { ...BODY, align: 'right' }, { x, y, width: PAGE_NUMBER_WIDTH });
  }
  const count = writer.page;
  number(writer, { count, foot: [reference, mark].join('  ·  ') });
  return { pdf: await writer.end(), pages: count };
}

function section(writer: PageWriter, title: string): void {
  writer.space(18);
  writer.keep(HEADING_KEEP);
  writer.pdf.outline.addItem(title);
  writer.paragraph(title, HEADING);
  writer.space(6);
}

/** Titles now, page numbers when they are known. */
function contents(writer: PageWriter, exhibits: readonly LetteredExhibit[]): { page: number; y: number }[] {
  if (exhibits.length === 0) return [];
  section(writer, 'Exhibits');
  return exhibits.map((exhibit) => {
    const width = writer.width - PAGE_NUMBER_WIDTH - 10;
    const lines = writer.lines(`${exhibit.letter}   ${exhibit.title}`, BODY, width).length;
    writer.keep(lines * lineHeight(BODY));
    const entry = { page: writer.page, y: writer.y };
    writer.paragraph(`${exhibit.letter}   ${exhibit.title}`, BODY, { width });
    return entry;
  });
}

/** Answers the page it begins on. */
function writeExhibit(writer: PageWriter, exhibit: LetteredExhibit): number {
  section(writer, `Exhibit ${exhibit.letter}: ${exhibit.title}`);
  const page = writer.page;
  writer.paragraph(exhibit.summary, BODY);
  writer.space(6);
  if (exhibit.facts) writeFacts(writer, exhibit.facts, 10.5);
  if (exhibit.table && exhibit.table.rows.length > 0) {
    writer.space(6);
    writeTable(writer, exhibit.table);
  }
  for (const text of exhibit.paragraphs ?? []) {
    writer.space(6);
    writer.paragraph(text, BODY);
  }
  return page;
}

function sayWhatWasReplaced(writer: PageWriter): void {
  const replaced = [...writer.typesetting.replaced];
  if (replaced.length === 0) return;
  section(writer, 'Characters in this document');
  const shown = replaced.slice(0, 60).join(', ');
  const more = replaced.length > 60 ? ` and ${replaced.length - 60} others` : '';
  writer.paragraph(
    `Characters that the typeface of this document does not have are written as their Unicode code points in square brackets: ${shown}${more}. Nothing else was changed.`,
    NOTE,
  );
}

function number(writer: PageWriter, { count, foot }: { count: number; foot: string }): void {
  for (let page = 0; page < count; page++) {
    writer.pdf.switchToPage(page);
    const y = writer.bottom + 24;
    writer.at(foot, FOOTER, { x: writer.left, y, width: writer.width - 90 });
    const x = writer.left + writer.width - 90;
    writer.at(`Page ${page + 1} of ${count}`, { ...FOOTER, align: 'right' }, { x, y, width: 90 });
  }
}
