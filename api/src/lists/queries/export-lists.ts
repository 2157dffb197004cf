import { MAX_LIST_UPLOAD_ROWS, type StaffListEntry } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { MAX_PAGE_ROWS } from '../../platform/http/staff-list.js';
import { ListEntryPage } from './list-entry-page.js';

const HEADER = 'list,type,value,reason,expiresAt,createdAt,createdBy,state,hits30d,lastHitAt';

/** The entries a filter finds as CSV, page by page, in a form that an upload takes back. */
@Injectable()
export class ExportLists {
  constructor(private readonly page: ListEntryPage) {}

  async *lines(actor: StaffActor, filter: string | undefined): AsyncGenerator<string> {
    yield `\uFEFF${HEADER}\r\n`;
    let after: string | undefined;
    for (let rows = 0; rows < MAX_LIST_UPLOAD_ROWS; ) {
      const { items } = await this.page.list(actor, {
        ...(filter !== undefined && { filter }),
        range: JSON.stringify([0, MAX_PAGE_ROWS - 1]),
        ...(after !== undefined && { after }),
      });
      if (items.length > 0) yield items.map(lineOf).join('');
      rows += items.length;
      if (items.length < MAX_PAGE_ROWS) return;
      after = items.at(-1)!.id;
    }
  }
}

const lineOf = (entry: StaffListEntry): string =>
  `${[
    entry.list,
    entry.type,
    entry.written,
    entry.reason,
    entry.expiresAt ?? '',
    entry.createdAt,
    entry.createdBy,
    entry.state,
    String(entry.hits.days30),
    entry.hits.lastAt ?? '',
  ]
    .map(cell)
    .join(',')}\r\n`;

/** A cell that no spreadsheet takes for a formula, quoted where it has to be. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
