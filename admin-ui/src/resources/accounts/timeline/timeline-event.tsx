import type { TimelineEvent as Event } from '@coinwarden/contracts';
import {
  EnforcementEvent,
  ExclusionEvent,
  LimitEvent,
  RegisteredEvent,
  RevealEvent,
  SecurityEvent,
} from './account-itself-events';
import { DisputeEvent, RefundEvent, ReviewEvent, TransactionEvent } from './money-events';
import { CaseEvent, ContentEvent, ListEntryEvent, NoteEvent, ReportEvent } from './people-events';

/** Each kind of event as its own component draws it. */
export function TimelineEvent({ event }: { event: Event }) {
  switch (event.kind) {
    case 'transaction':
      return <TransactionEvent event={event} />;
    case 'review':
      return <ReviewEvent event={event} />;
    case 'refund':
      return <RefundEvent event={event} />;
    case 'dispute':
      return <DisputeEvent event={event} />;
    case 'case':
      return <CaseEvent event={event} />;
    case 'report':
      return <ReportEvent event={event} />;
    case 'content':
      return <ContentEvent event={event} />;
    case 'security':
      return <SecurityEvent event={event} />;
    case 'enforcement':
      return <EnforcementEvent event={event} />;
    case 'limit':
      return <LimitEvent event={event} />;
    case 'exclusion':
      return <ExclusionEvent event={event} />;
    case 'list_entry':
      return <ListEntryEvent event={event} />;
    case 'reveal':
      return <RevealEvent event={event} />;
    case 'note':
      return <NoteEvent event={event} />;
    case 'registered':
      return <RegisteredEvent />;
  }
}
