import type { StaffListEntry } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { listOf, type StaffList } from '../../platform/http/list-route.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord, listStaffRecords, type StaffPage } from '../../platform/http/staff-list.js';
import { type ListEntryView, listEntriesFor, listEntryRecord } from './list-records.js';

/** List entries with what they matched lately and what else stands on a list. */
@Injectable()
export class ListEntryPage {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(actor: StaffActor): StaffList {
    return listOf(listEntriesFor(actor.permissions), this.recordFor(actor));
  }

  /** One page of the same. */
  page(actor: StaffActor, query: unknown): Promise<StaffPage<StaffListEntry>> {
    return listStaffRecords(this.db, listEntriesFor(actor.permissions), query, this.recordFor(actor));
  }

  private recordFor(actor: StaffActor) {
    const now = this.clock.now();
    return (row: ListEntryView) => listEntryRecord(row, actor, now);
  }

  async one(actor: StaffActor, id: string): Promise<StaffListEntry> {
    const row = await findStaffRecord<ListEntryView>(this.db, listEntriesFor(actor.permissions), id);
    if (!row) throw new ProblemError('record.unknown');
    return listEntryRecord(row, actor, this.clock.now());
  }
}
