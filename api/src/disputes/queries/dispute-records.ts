import { DEADLINE_COLUMNS, type StaffDispute } from '@coinwarden/contracts';
import {
  DAY,
  DISPUTE_STAGES,
  DISPUTE_STATUSES,
  disputeActionsFor,
  EVIDENCE_CATEGORIES,
  HOUR,
  PAYMENT_PROVIDERS,
  schemeReason,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import {
  anyOf,
  before,
  filter,
  flag,
  from,
  type StaffResource,
  searchText,
} from '../../platform/http/staff-list.js';
import {
  DISPUTE_COLUMNS,
  type DisputeRecord,
  type DisputeRow,
  toDispute,
} from '../persistence/disputes.store.js';
import { disputeView } from './dispute-view.js';

export type DeadlineColumn = (typeof DEADLINE_COLUMNS)[number];

/** The column of the board a dispute stands in, in SQL: the same as `deadlineColumn`. */
export const deadlineSql = (now: string, atRiskHours: number): string => `
  CASE WHEN d.status = 'under_review' OR (d.status = 'needs_response' AND d.answering) THEN 'waiting'
       WHEN d.status NOT IN ('needs_response', 'expired') THEN NULL
       WHEN d.status = 'expired' OR d.due_at <= ${now} THEN 'overdue'
       WHEN d.due_at <= ${now} + interval '${atRiskHours} hours' THEN 'at_risk'
       WHEN d.due_at <= ${now} + interval '7 days' THEN 'this_week' ELSE 'later' END`;

export function deadlineColumn(
  { status, answering, dueAt }: DisputeRecord,
  { now, atRiskHours }: { now: number; atRiskHours: number },
): DeadlineColumn | null {
  if (status === 'under_review' || (status === 'needs_response' && answering)) return 'waiting';
  if (status !== 'needs_response' && status !== 'expired') return null;
  if (status === 'expired' || (dueAt !== null && dueAt <= now)) return 'overdue';
  if (dueAt !== null && dueAt <= now + atRiskHours * HOUR) return 'at_risk';
  return dueAt !== null && dueAt <= now + 7 * DAY ? 'this_week' : 'later';
}

const text = z.string().min(1).max(200);

/** An id of dispute, purchase or account, the provider's own id, or the payment's reference: exactly. */
const search = filter(searchText, (value, param) => {
  const exact = `${param(value)}::text`;
  const ids = z.uuid().safeParse(value).success
    ? ` OR d.dispute_id = ${exact}::uuid OR d.purchase_id = ${exact}::uuid`
    : '';
  return `(d.account_id = ${exact} OR d.provider_dispute_id = ${exact} OR d.reference = ${exact}${ids})`;
});

export interface DisputeListRow extends DisputeRow {
  readonly assignee_name: string | null;
}

/** `atRiskHours` is the live policy's. */
export const disputesResource = (atRiskHours: number): StaffResource => ({
  name: 'disputes',
  select: `${DISPUTE_COLUMNS}, s.name AS assignee_name`,
  from: 'disputes d LEFT JOIN staff s ON s.staff_id = d.assignee_id',
  id: { column: 'd.dispute_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('d.account_id', z.string().min(1).max(128)),
    purchaseId: anyOf('d.purchase_id', z.uuid()),
    status: anyOf('d.status', z.enum(DISPUTE_STATUSES)),
    stage: anyOf('d.stage', z.enum(DISPUTE_STAGES)),
    category: anyOf('d.category', z.enum(EVIDENCE_CATEGORIES)),
    reason: anyOf('d.reason', text),
    scheme: anyOf('d.scheme', text),
    provider: anyOf('d.provider', z.enum(PAYMENT_PROVIDERS)),
    assigneeId: anyOf('d.assignee_id', z.uuid()),
    deadline: anyOf(`(${deadlineSql('now()', atRiskHours)})`, z.enum(DEADLINE_COLUMNS)),
    open: flag("d.status IN ('needs_response', 'under_review', 'expired')"),
    matched: flag('d.purchase_id IS NOT NULL'),
    from: from('d.opened_at'),
    to: before('d.opened_at'),
    q: search,
  },
  sorts: { openedAt: 'd.opened_at', dueAt: "coalesce(d.due_at, 'infinity')" },
  defaultSort: ['openedAt', 'DESC'],
});

export interface Looking {
  readonly actor: StaffActor;
  readonly now: number;
  readonly atRiskHours: number;
}

export const staffDisputeFor =
  (looking: Looking) =>
  (row: DisputeListRow): StaffDispute =>
    staffDisputeOf(toDispute(row), row.assignee_name, looking);

export function staffDisputeOf(
  dispute: DisputeRecord,
  assigneeName: string | null,
  looking: Looking,
): StaffDispute {
  const { assigneeId, purchaseId, refundId, refundable } = dispute;
  return {
    id: dispute.disputeId,
    ...disputeView(dispute),
    reference: dispute.reference,
    dueFrom: dispute.dueFrom,
    schemeReason: schemeReason(dispute)?.title ?? null,
    deadline: deadlineColumn(dispute, looking),
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? assigneeId },
    answering: dispute.answering,
    allowedActions: disputeActionsFor(looking.actor.permissions, {
      ...dispute,
      matched: purchaseId !== null,
      refundable: refundable && refundId === null,
    }),
  };
}
