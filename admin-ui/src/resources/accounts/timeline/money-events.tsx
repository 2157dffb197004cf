import type { TimelineEvent } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Money } from '../../../display/amounts';
import { AccountLink, TextLink, TransactionLink } from '../../../display/text-link';
import { OutcomeTag, StatusTag, Word } from '../../../display/words';
import { TransactionValue } from '../../transactions/transaction-value';
import { EventLine } from './event-line';

type Of<Kind extends TimelineEvent['kind']> = { event: Extract<TimelineEvent, { kind: Kind }> };

export function TransactionEvent({ event }: Of<'transaction'>) {
  return (
    <EventLine
      title={
        <TransactionLink id={event.transactionId}>
          <Word of="kind" value={event.transactionKind} />
        </TransactionLink>
      }
    >
      <TransactionValue transaction={event} />
      {event.counterpartyId && <AccountLink id={event.counterpartyId} />}
      {event.outcome !== 'approve' && <OutcomeTag value={event.outcome} />}
      {event.status !== 'posted' && event.outcome !== 'decline' && <StatusTag value={event.status} />}
    </EventLine>
  );
}

export function ReviewEvent({ event }: Of<'review'>) {
  const translate = useTranslate();
  return (
    <EventLine
      title={
        <TransactionLink id={event.transactionId}>
          {translate(`timeline.review.${event.end}`, {
            kind: translate(`kind.${event.transactionKind}`),
          })}
        </TransactionLink>
      }
      actor={event.actor}
      text={event.text}
    >
      <TransactionValue transaction={event} />
    </EventLine>
  );
}

export function RefundEvent({ event }: Of<'refund'>) {
  const translate = useTranslate();
  return (
    <EventLine
      title={
        <TextLink to={`/refunds/${event.refundId}/show`}>
          {translate('timeline.refund', { what: translate(`refund.event.${event.event}`) })}
        </TextLink>
      }
      actor={event.actor}
      text={event.text}
    >
      <Money value={event.money} />
    </EventLine>
  );
}

export function DisputeEvent({ event }: Of<'dispute'>) {
  const translate = useTranslate();
  return (
    <EventLine
      title={
        <TextLink to={`/disputes/${event.disputeId}/show`}>
          {translate('timeline.dispute', { what: translate(`dispute.event.${event.event}`) })}
        </TextLink>
      }
      actor={event.actor}
      text={event.text}
    >
      <Money value={event.money} />
    </EventLine>
  );
}
