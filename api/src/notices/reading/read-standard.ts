import { type StandardNotice, standardNotice } from '@coinwarden/contracts';
import { type Money, money } from '@coinwarden/domain';
import { z } from 'zod';
import type { ReadNotice } from './read-notice.js';
import { about, shaped, unknownHere } from './unreadable.js';

const KNOWN = new Set<string>(standardNotice.options.map((option) => option.shape.type.value));

/** Our own documented event: what a provider without an adapter told the platform, passed on by it. */
export function readStandard(body: unknown): ReadNotice {
  const { type } = shaped(z.object({ type: z.string() }), body, 'notice');
  if (!KNOWN.has(type)) return unknownHere(type);
  return factOf(shaped(standardNotice, body, 'notice'));
}

function factOf(notice: StandardNotice): ReadNotice {
  switch (notice.type) {
    case 'test':
      return { fact: { type: 'test' }, references: [] };
    case 'payment.captured':
      return about([notice.data.reference], (reference) => ({
        type: 'payment_captured',
        reference,
        money: notice.data.money && moneyOf(notice.data.money),
      }));
    case 'payment.failed':
      return about([notice.data.reference], (reference) => ({ type: 'payment_failed', reference }));
    case 'refund.updated': {
      const { refundId, requestId, status, money: sum, detail } = notice.data;
      return about([notice.data.reference], (reference) => ({
        type: 'refund',
        reference,
        providerRefundId: refundId,
        refundId: requestId,
        status,
        money: sum && moneyOf(sum),
        detail,
      }));
    }
    case 'dispute.updated':
      return disputeOf(notice.data);
    case 'fraud_warning.created': {
      const { warningId, fraudType, actionable } = notice.data;
      return about([notice.data.reference], (reference) => ({
        type: 'fraud_warning',
        reference,
        warningId,
        fraudType,
        actionable,
      }));
    }
  }
}

type Dispute = Extract<StandardNotice, { type: 'dispute.updated' }>['data'];

function disputeOf({
  reference: name,
  disputeId,
  openedAt,
  dueAt,
  moneyEvents,
  ...rest
}: Dispute): ReadNotice {
  return about([name], (reference) => ({
    ...rest,
    type: 'dispute',
    reference,
    providerDisputeId: disputeId,
    money: moneyOf(rest.money),
    openedAt: Date.parse(openedAt),
    dueAt: dueAt === null ? null : Date.parse(dueAt),
    moneyEvents: moneyEvents.map((event) => ({
      ...event,
      amountMinor: BigInt(event.amountMinor),
      feeMinor: BigInt(event.feeMinor),
      at: Date.parse(event.at),
    })),
  }));
}

const moneyOf = (given: { amountMinor: number; currency: string }): Money =>
  money(given.amountMinor, given.currency);
