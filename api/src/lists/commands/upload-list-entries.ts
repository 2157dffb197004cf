import type { ListUploadAnswer, ListUploadRequest } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { rowsRefused } from '../../platform/csv/rows-refused.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { findListed, insertListEntries } from '../persistence/lists.store.js';
import { readUploadRows, type UploadRow, type UploadRows } from '../upload/upload-rows.js';
import { ChangeLists } from './change-lists.js';
import { futureExpiry } from './expiry.js';

const SHOWN_ERRORS = 1_000;
const SHOWN_CONFLICTS = 100;

/**
 * Puts many values on lists in one transaction, or tells what that would do. Sent twice it adds nothing the second time:
 * what a list holds stays as it is.
 */
@Injectable()
export class UploadListEntries {
  constructor(
    private readonly db: UnitOfWork,
    private readonly change: ChangeLists,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: StaffActor, request: ListUploadRequest): Promise<ListUploadAnswer> {
    const now = this.clock.now();
    futureExpiry(request.expiresAt, now);
    const read = readUploadRows(request, now);
    if (request.dryRun) {
      const standing = await this.standing(read.rows, now);
      return answerOf(read, standing, { dryRun: true, added: read.rows.length - standing.present });
    }
    if (request.wrongRows === 'refuse' && read.errors.length > 0)
      throw rowsRefused(
        'request.invalid',
        `${read.errors.length} of ${read.total} rows cannot be added, so none was.`,
        read.errors,
      );
    // Before the change: afterwards the values stand on the list by our own doing.
    const standing = await this.standing(read.rows, now);
    const added = await this.put(actor, request, read, now);
    return answerOf(read, standing, { dryRun: false, added });
  }

  private put(actor: StaffActor, request: ListUploadRequest, read: UploadRows, now: number): Promise<number> {
    return this.change.run(async (tx) => {
      const inserted = await insertListEntries(
        tx,
        read.rows.map(({ list, type, value, written, reason, expiresAt }) => ({
          entry_id: uuidv7(),
          list,
          type,
          value,
          written: written === value ? null : written,
          reason,
          expires_at: expiresAt,
          created_at: new Date(now),
          created_by: actor.id,
        })),
      );
      const added = inserted.length;
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'list.entries_uploaded',
        subject: { type: 'list_upload', id: uuidv7() },
        reason: request.reason,
        details: {
          list: request.list,
          type: request.type,
          rows: read.total,
          added,
          present: read.rows.length - added,
          repeated: read.repeated,
          refused: read.errors.length,
        },
      });
      return added;
    });
  }

  private async standing(rows: readonly UploadRow[], now: number): Promise<Standing> {
    const lists = new Map<string, string[]>();
    for (const { type, value, list } of await findListed(this.db, rows, now)) {
      const key = `${type} ${value}`;
      lists.set(key, [...(lists.get(key) ?? []), list]);
    }
    const others: Conflict[] = [];
    let present = 0;
    for (const { line, list, type, value } of rows) {
      for (const other of lists.get(`${type} ${value}`) ?? []) {
        if (other === list) present++;
        else others.push({ line, value, list, otherList: other as Conflict['otherList'] });
      }
    }
    return { present, others };
  }
}

type Conflict = ListUploadAnswer['conflictExamples'][number];

/** What lists hold of the uploaded values before the upload. */
interface Standing {
  readonly present: number;
  readonly others: readonly Conflict[];
}

const answerOf = (
  { total, rows, repeated, errors }: UploadRows,
  { others }: Standing,
  { dryRun, added }: { dryRun: boolean; added: number },
): ListUploadAnswer => ({
  dryRun,
  rows: total,
  added,
  present: rows.length - added,
  repeated,
  refused: errors.length,
  errors: errors.slice(0, SHOWN_ERRORS),
  conflicts: others.length,
  conflictExamples: others.slice(0, SHOWN_CONFLICTS),
});
