import { Readable } from 'node:stream';
import { MAX_EXPORT_ROWS } from '@coinwarden/contracts';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../access/actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock/clock.js';
import { columnsOf, headLine, type RecordColumn, recordLine } from '../csv/record-columns.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { staffRecordPages } from '../http/list-pages.js';
import type { StaffList } from '../http/list-shape.js';
import { ProblemError } from '../http/problem-error.js';
import { countStaffRecords } from '../http/staff-list.js';
import { parseStaffList } from '../http/staff-query.js';
import { ExportGate } from './export-gate.js';

interface Asked {
  readonly list: StaffList;
  readonly record: z.ZodType;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Without it a spreadsheet takes UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * All rows that a list's filter finds, as a file. It is counted first: more than `MAX_EXPORT_ROWS` are refused, so that
 * no file is ever cut. It is audited before the first row leaves. Rows are read by key, a page when the reader has taken
 * the last, so neither memory nor a snapshot of the database waits for a slow line.
 */
@Injectable()
export class ExportList {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly gate: ExportGate,
  ) {}

  async open({ list, record, request, reply }: Asked): Promise<StreamableFile> {
    const actor = request.actor;
    if (!actor) throw new Error('An export without anybody who asks for it');
    assertOurs(request);
    const leave = this.gate.enter(actor.id);
    try {
      const { name, rows, pages } = await this.read(list, request.query);
      await this.note(actor, { name, rows, query: request.query });
      reply.headers({
        'Content-Range': `${name} 0-${Math.max(rows - 1, 0)}/${rows}`,
        'Content-Disposition': `attachment; filename="${name}-${this.today()}.csv"`,
      });
      const file = Readable.from(lines(columnsOf(record), pages), { objectMode: false });
      // Also when the reader has gone before the first line.
      file.once('close', leave);
      return new StreamableFile(file, { type: 'text/csv; charset=utf-8' });
    } catch (error) {
      leave();
      throw error;
    }
  }

  private async read(list: StaffList, query: unknown) {
    if ('items' in list) return { name: list.name, rows: list.items.length, pages: [list.items] };
    const { resource } = list;
    const request = parseStaffList(resource, wholeOf(query));
    const { total: rows, exact } = await countStaffRecords(this.db, resource, request, MAX_EXPORT_ROWS);
    if (!exact) {
      throw new ProblemError(
        'export.too_large',
        `More than ${MAX_EXPORT_ROWS} rows match. Narrow the filter, for example to a shorter time.`,
      );
    }
    const toRecord = (row: object) => list.toRecord(row as never);
    return { name: resource.name, rows, pages: staffRecordPages(this.db, { resource, request, toRecord }) };
  }

  /** Before anything is sent: who goes away halfway has half of it. */
  private note(actor: Actor, told: { name: string; rows: number; query: unknown }): Promise<void> {
    const { filter, sort } = told.query as { filter?: string; sort?: string };
    return this.db.run((tx) =>
      this.audit.append(tx, {
        actor,
        action: 'list.exported',
        subject: { type: 'list', id: told.name },
        details: { rows: told.rows, filter: parsed(filter), sort: parsed(sort) },
      }),
    );
  }

  private today(): string {
    return new Date(this.clock.now()).toISOString().slice(0, 10);
  }
}

async function* lines(
  columns: readonly RecordColumn[],
  pages: Iterable<readonly object[]> | AsyncIterable<readonly object[]>,
): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${headLine(columns)}`;
  for await (const records of pages) {
    if (records.length > 0) yield records.map((record) => recordLine(columns, record)).join('');
  }
}

/** A link on another site can ask for a file, but cannot send this header with it. */
function assertOurs({ headers }: FastifyRequest): void {
  if (headers['x-requested-with'] === 'coinwarden') return;
  throw new ProblemError('request.csrf', 'Send the header X-Requested-With: coinwarden with every export.');
}

/** A file has no pages. */
function wholeOf(query: unknown): unknown {
  const paged = ['range', 'after'].filter((field) => Object.hasOwn(query as object, field));
  if (paged.length === 0) return query;
  throw new ProblemError(
    'request.invalid',
    'A file holds all rows that the filter finds.',
    paged.map((field) => ({ pointer: `/query/${field}`, detail: 'cannot be asked for with a file' })),
  );
}

/** What was asked for passed the list's own reading; what a whole list was asked beside it is kept as it came. */
function parsed(text: string | undefined): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return text;
  }
}
