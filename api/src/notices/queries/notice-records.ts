import { NOTICE_FACTS, type StaffNotice } from '@coinwarden/contracts';
import {
  allowedActions,
  NOTICE_MACHINE,
  NOTICE_SOURCES,
  NOTICE_STATES,
  type NoticeReasonCode,
  type NoticeReasonValues,
  type NoticeSource,
  type NoticeState,
  type PaymentProvider,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import {
  anyOf,
  before,
  filter,
  from,
  isAmong,
  type StaffResource,
  searchText,
} from '../../platform/http/staff-list.js';

export const NOTICES: StaffResource = {
  name: 'notices',
  select: `notice_id, source, provider, provider_notice_id, kind, fact_type, payment_refs, account_id, purchase_id, state,
           reason, reason_code, reason_values, attempts, repetitions, occurred_at, received_at, processed_at, next_attempt_at`,
  from: 'provider_notices',
  id: { column: 'notice_id', schema: z.uuid() },
  filters: {
    // Whatever somebody has in hand: a payment under any of its names, its purchase, or the provider's id of the notice.
    q: filter(searchText, (value, param) => {
      const text = param(value);
      return isAmong('notice_id', [
        `SELECT notice_id FROM provider_notices WHERE payment_refs @> ARRAY[${text}] LIMIT 1000`,
        `SELECT notice_id FROM provider_notices
         WHERE source IN ('stripe', 'apple', 'google', 'standard', 'adyen') AND provider_notice_id = ${text}`,
        ...(z.uuid().safeParse(value).success
          ? [`SELECT notice_id FROM provider_notices WHERE purchase_id = ${param(value)}::uuid LIMIT 1000`]
          : []),
      ]);
    }),
    source: anyOf('source', z.enum(NOTICE_SOURCES)),
    type: anyOf('fact_type', z.enum(NOTICE_FACTS)),
    state: anyOf('state', z.enum(NOTICE_STATES)),
    purchaseId: anyOf('purchase_id', z.uuid()),
    from: from('received_at'),
    before: before('received_at'),
  },
  // Ids are UUIDv7: their order is the order of arrival.
  sorts: { receivedAt: 'notice_id' },
  defaultSort: ['id', 'DESC'],
};

export interface NoticeRow {
  readonly notice_id: string;
  readonly source: NoticeSource;
  readonly provider: PaymentProvider;
  readonly provider_notice_id: string;
  readonly kind: string;
  readonly fact_type: StaffNotice['type'];
  readonly payment_refs: string[];
  readonly account_id: string | null;
  readonly purchase_id: string | null;
  readonly state: NoticeState;
  readonly reason: string | null;
  readonly reason_code: NoticeReasonCode | null;
  readonly reason_values: NoticeReasonValues | null;
  readonly attempts: number;
  readonly repetitions: number;
  readonly occurred_at: Date;
  readonly received_at: Date;
  readonly processed_at: Date | null;
  readonly next_attempt_at: Date | null;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const toNoticeRecord =
  (staff: StaffActor) =>
  (row: NoticeRow): StaffNotice => ({
    id: row.notice_id,
    source: row.source,
    provider: row.provider,
    providerNoticeId: row.provider_notice_id,
    kind: row.kind,
    type: row.fact_type,
    references: row.payment_refs,
    accountId: row.account_id,
    purchaseId: row.purchase_id,
    state: row.state,
    reason: row.reason,
    reasonCode: row.reason_code,
    reasonValues: row.reason_values,
    attempts: row.attempts,
    repetitions: row.repetitions,
    occurredAt: row.occurred_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    processedAt: iso(row.processed_at),
    nextAttemptAt: iso(row.next_attempt_at),
    allowedActions: allowedActions(NOTICE_MACHINE, row.state, staff.permissions),
  });
