import type { TimelineActor, TimelineEvent } from '@coinwarden/contracts';
import {
  type DisputeEventKind,
  idTime,
  type Outcome,
  type RefundEventKind,
  type TransactionKind,
  type TransactionStatus,
} from '@coinwarden/domain';
import {
  idBehind,
  numberedBehind,
  numberedId,
  type TimelineSource,
  timeOf,
  UUID_AND_NUMBER_IDS,
  UUID_IDS,
  uuidBehind,
} from './timeline-source.js';

interface MovedRow {
  transaction_id: string;
  kind: TransactionKind;
  coins: bigint;
  diamonds: bigint;
  amount_minor: bigint | null;
  currency: string | null;
}

const MOVED = 't.transaction_id, t.kind, t.coins, t.diamonds, t.amount_minor, t.currency';

const movedBy = (row: MovedRow) => ({
  transactionId: row.transaction_id,
  transactionKind: row.kind,
  coins: Number(row.coins),
  diamonds: Number(row.diamonds),
  money: row.amount_minor === null ? null : moneyOf(row.amount_minor, row.currency!),
});

const moneyOf = (amountMinor: bigint, currency: string) => ({ amountMinor: Number(amountMinor), currency });

interface TransactionRow extends MovedRow {
  outcome: Outcome;
  status: TransactionStatus;
  counterparty_id: string | null;
}

/** What the account did. Gifts it received are on a page of their own: a creator's would bury everything else. */
export const transactions: TimelineSource = {
  name: 'transaction',
  kinds: ['transaction'],
  ids: UUID_IDS,
  read: async (db, { accountId, behind, rows }) => {
    const found = await db.query<TransactionRow>(
      `SELECT ${MOVED}, t.outcome, t.status, t.counterparty_id FROM transactions t
       WHERE t.account_id = $1 AND t.transaction_id < $2 ORDER BY t.transaction_id DESC LIMIT $3`,
      [accountId, idBehind(behind), rows],
    );
    return found.map((row) => ({
      id: row.transaction_id,
      event: {
        kind: 'transaction',
        id: `transaction:${row.transaction_id}`,
        at: timeOf(new Date(idTime(row.transaction_id))),
        ...movedBy(row),
        outcome: row.outcome,
        status: row.status,
        counterpartyId: row.counterparty_id,
      },
    }));
  },
};

interface JudgedRow extends MovedRow {
  ended_at: Date;
  ended_by: 'released' | 'declined';
  actor: TimelineActor | null;
  reason: string | null;
}

/** What people decided about transactions that waited for them. Who it was, the audit log knows. */
export const reviews: TimelineSource = {
  name: 'review',
  kinds: ['review'],
  ids: UUID_IDS,
  read: async (db, { accountId, behind, rows }) => {
    const found = await db.query<JudgedRow>(
      `SELECT ${MOVED}, h.ended_at, h.ended_by, l.actor, l.reason
       FROM holds h JOIN transactions t ON t.account_id = h.account_id AND t.transaction_id = h.transaction_id
       LEFT JOIN LATERAL (
         SELECT json_build_object('type', actor_type, 'id', actor_id, 'name',
                  (SELECT name FROM staff WHERE staff_id::text = actor_id)) AS actor, reason
         FROM audit_log WHERE subject_type = 'transaction' AND subject_id = h.transaction_id::text
           AND action IN ('transaction.released', 'transaction.declined') ORDER BY seq DESC LIMIT 1) l ON true
       WHERE h.account_id = $1 AND h.ended_by IN ('released', 'declined') AND (h.ended_at, h.transaction_id) < ($2, $3)
       ORDER BY h.ended_at DESC, h.transaction_id DESC LIMIT $4`,
      [accountId, ...uuidBehind(behind), rows],
    );
    return found.map((row) => ({
      id: row.transaction_id,
      event: {
        kind: 'review',
        id: `review:${row.transaction_id}`,
        at: timeOf(row.ended_at),
        ...movedBy(row),
        end: row.ended_by,
        actor: row.actor,
        text: row.reason,
      },
    }));
  },
};

interface ClaimEventRow<Kind> {
  claim_id: string;
  event_no: number;
  event: Kind;
  at: Date;
  actor: TimelineActor;
  text: string | null;
  amount_minor: bigint;
  currency: string;
}

const claimEvent = <Kind>(row: ClaimEventRow<Kind>) => ({
  at: timeOf(row.at),
  actor: row.actor,
  text: row.text,
  event: row.event,
  money: moneyOf(row.amount_minor, row.currency),
});

/** That a provider said something is left to the refund's own page: what follows from it stands here. So it is below. */
export const refunds: TimelineSource = {
  name: 'refund',
  kinds: ['refund'],
  ids: UUID_AND_NUMBER_IDS,
  read: async (db, { accountId, behind, rows }) => {
    const found = await db.query<ClaimEventRow<RefundEventKind>>(
      `SELECT e.refund_id AS claim_id, e.event_no, e.kind AS event, e.at, e.actor, e.text, r.amount_minor, r.currency
       FROM refund_events e JOIN refunds r ON r.account_id = e.account_id AND r.refund_id = e.refund_id
       WHERE e.account_id = $1 AND (e.at, e.refund_id, e.event_no) < ($2, $3, $4) AND e.kind <> 'provider_told'
       ORDER BY e.at DESC, e.refund_id DESC, e.event_no DESC LIMIT $5`,
      [accountId, ...numberedBehind(behind), rows],
    );
    return found.map((row) => {
      const id = numberedId(row.claim_id, row.event_no);
      const event: TimelineEvent = {
        kind: 'refund',
        id: `refund:${id}`,
        refundId: row.claim_id,
        ...claimEvent(row),
      };
      return { id, event };
    });
  },
};

/** An account has few disputes, each with a dozen events: they are reached through it. */
export const disputes: TimelineSource = {
  name: 'dispute',
  kinds: ['dispute'],
  ids: UUID_AND_NUMBER_IDS,
  read: async (db, { accountId, behind, rows }) => {
    const found = await db.query<ClaimEventRow<DisputeEventKind>>(
      `SELECT e.dispute_id AS claim_id, e.event_no, e.kind AS event, e.at, e.actor, e.text, d.amount_minor, d.currency
       FROM disputes d JOIN dispute_events e USING (dispute_id)
       WHERE d.account_id = $1 AND d.purchase_id IS NOT NULL AND (e.at, e.dispute_id, e.event_no) < ($2, $3, $4)
         AND e.kind <> 'told'
       ORDER BY e.at DESC, e.dispute_id DESC, e.event_no DESC LIMIT $5`,
      [accountId, ...numberedBehind(behind), rows],
    );
    return found.map((row) => {
      const id = numberedId(row.claim_id, row.event_no);
      const event: TimelineEvent = {
        kind: 'dispute',
        id: `dispute:${id}`,
        disputeId: row.claim_id,
        ...claimEvent(row),
      };
      return { id, event };
    });
  },
};
