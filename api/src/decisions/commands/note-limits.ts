import { type LimitNotice, type LimitRoom, noticeOf, noticeOfRefusal } from '@coinwarden/domain';
import type { BatchState } from './batch-state.js';
import type { Examination } from './examination.js';

interface Noted {
  readonly batch: BatchState;
  readonly examination: Examination;
  readonly went: boolean;
  /** The room under each limit once the decision has left its mark. */
  readonly rooms: readonly LimitRoom[];
}

/** Keeps in mind which limits are nearly or wholly used up; whether that is news is found out after the commit. */
export function noteLimits({ batch, examination, went, rooms }: Noted): void {
  if (went) for (const room of rooms) note(batch, examination, room, noticeOf(room));
  const { refusedRoom } = examination;
  if (refusedRoom !== null) note(batch, examination, refusedRoom, noticeOfRefusal(refusedRoom));
}

function note(batch: BatchState, { item }: Examination, room: LimitRoom, notice: LimitNotice | null): void {
  if (notice === null || room.resetsAt === null) return;
  batch.limitSightings.push({
    notice,
    accountId: item.transaction.accountId,
    transactionId: item.ids.transactionId,
    layer: room.layer,
    measure: room.measure,
    window: room.window,
    currency: room.currency,
    limit: Number(room.limit),
    used: Number(room.used),
    remaining: Number(room.remaining),
    resetsAt: new Date(room.resetsAt).toISOString(),
  });
}
