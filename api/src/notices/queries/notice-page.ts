import { createHash } from 'node:crypto';
import type { ConsumptionAnswerView, StaffNoticeDetail } from '@coinwarden/contracts';
import {
  type NoticeFact,
  type NoticeReasonCode,
  type NoticeReasonValues,
  seesInClear,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { readNotice } from '../reading/read-notice.js';
import { NOTICES, type NoticeRow, toNoticeRecord } from './notice-records.js';

const DETAIL = { ...NOTICES, select: `${NOTICES.select}, body, headers_sha256` };

interface DetailRow extends NoticeRow {
  readonly body: Buffer;
  readonly headers_sha256: Buffer;
}

interface AnswerRow {
  readonly state: ConsumptionAnswerView['state'];
  readonly due_at: Date;
  readonly sent_at: Date | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly error_code: NoticeReasonCode | null;
  readonly error_values: NoticeReasonValues | null;
  readonly computed: ConsumptionAnswerView['computed'];
  readonly request: Record<string, unknown> | null;
}

/** One notice with what came, what it says, and what a store was answered. */
@Injectable()
export class NoticePage {
  constructor(private readonly db: UnitOfWork) {}

  async find(staff: StaffActor, id: string): Promise<StaffNoticeDetail> {
    const row = await findStaffRecord<DetailRow>(this.db, DETAIL, id);
    if (!row) throw new ProblemError('record.unknown', 'There is no such notice.');
    return {
      ...toNoticeRecord(staff)(row),
      body: mayReadRaw(staff) ? row.body.toString('utf8') : null,
      bodyBytes: row.body.length,
      bodySha256: createHash('sha256').update(row.body).digest('hex'),
      headersSha256: row.headers_sha256.toString('hex'),
      fact: factOf(row),
      answer: await this.answer(row.notice_id),
    };
  }

  private async answer(noticeId: string): Promise<ConsumptionAnswerView | null> {
    const [row] = await this.db.query<AnswerRow>(
      `SELECT state, due_at, sent_at, attempts, error, error_code, error_values, computed, request FROM consumption_answers WHERE notice_id = $1`,
      [noticeId],
    );
    if (!row) return null;
    const { pendingRefundToken: _, ...request } = row.request ?? {};
    return {
      state: row.state,
      dueAt: row.due_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
      attempts: row.attempts,
      error: row.error,
      errorCode: row.error_code,
      errorValues: row.error_values,
      computed: row.computed,
      request: row.request && request,
    };
  }
}

/** A provider's notice may hold the buyer's e-mail, address and card: the bytes are for roles that see all of them. */
const mayReadRaw = ({ permissions }: StaffActor): boolean =>
  seesInClear(permissions, 'email') &&
  seesInClear(permissions, 'ip') &&
  seesInClear(permissions, 'paymentInstrument');

/** Read again from the bytes, as a replay would read them. */
function factOf({ source, body }: DetailRow): unknown {
  try {
    return plain(readNotice(source, body).fact);
  } catch {
    return null;
  }
}

/** The token is what authorises an answer; it is nobody's to read. */
const plain = (fact: NoticeFact): unknown =>
  JSON.parse(
    JSON.stringify(fact, (key, value: unknown) =>
      key === 'token' ? undefined : typeof value === 'bigint' ? Number(value) : value,
    ),
  );
