import { MAX_LIST_UPLOAD_ROWS, type StaffListEntry } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { csvLine } from '../../platform/csv/csv-cell.js';
import { MAX_PAGE_ROWS } from '../../platform/http/staff-list.js';
import { ListEntryPage } from './list-entry-page.js';

const HEADER = 'list,type,value,reason,expiresAt,createdAt,createdBy,state,hits30d,lastHitAt';

/** The entries a filter finds as CSV, page by page, in a form that an upload takes back. */
@Injectable()
export class ExportLists {
  constructor(private readonly page: ListEntryPage) {}

  /** The first page is read before anything is sent: a filter that cannot be is refused like any other. */
  async open(actor: StaffActor, filter: string | undefined): Promise<AsyncGenerator<string>> {
    const read = async (after?: string) => {
      const { items } = await this.page.page(actor, {
        ...(filter !== undefined && { filter }),
        range: JSON.stringify([0, MAX_PAGE_ROWS - 1]),
        ...(after !== undefined && { after }),
      });
      return items;
    };
    return linesOf(await read(), read);
  }
}

type Entries = readonly StaffListEntry[];

async function* linesOf(first: Entries, next: (after: string) => Promise<Entries>): AsyncGenerator<string> {
  yield `\uFEFF${HEADER}\r\n`;
  let items = first;
  for (let rows = items.length; items.length > 0; rows += items.length) {
    yield items.map(lineOf).join('');
    if (items.length < MAX_PAGE_ROWS || rows >= MAX_LIST_UPLOAD_ROWS) return;
    items = await next(items.at(-1)!.id);
  }
}

const lineOf = (entry: StaffListEntry): string =>
  csvLine([
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
  ]);
