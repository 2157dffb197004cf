import type { TimelineEvent } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Instant } from '../../../display/instant';
import { Tag } from '../../../display/tag';
import { AccountLink, TextLink } from '../../../display/text-link';
import { VerdictTag } from '../../cases/case-words';
import { VerdictTag as ContentVerdictTag } from '../../content-scans/scan-words';
import { useReasonText } from '../../transactions/reason-list';
import { EventLine } from './event-line';

type Of<Kind extends TimelineEvent['kind']> = { event: Extract<TimelineEvent, { kind: Kind }> };

export function CaseEvent({ event }: Of<'case'>) {
  const translate = useTranslate();
  const reasonText = useReasonText();
  return (
    <EventLine
      title={
        <TextLink to={`/cases/${event.caseId}/show`}>
          {translate('timeline.case', { what: translate(`case_event.${event.event}`) })}
        </TextLink>
      }
      actor={event.actor}
      text={event.text}
    >
      {event.verdict && <VerdictTag value={event.verdict} />}
      {event.reasonCode && <span>{reasonText({ code: event.reasonCode })}</span>}
    </EventLine>
  );
}

export function ReportEvent({ event }: Of<'report'>) {
  const translate = useTranslate();
  return (
    <EventLine title={translate('timeline.report')} text={event.text}>
      {event.reason && <span>{event.reason}</span>}
      {event.reporterId && <AccountLink id={event.reporterId} />}
      {event.scanId && (
        <TextLink to={`/content-scans/${event.scanId}/show`}>{translate('timeline.scan')}</TextLink>
      )}
    </EventLine>
  );
}

export function ContentEvent({ event }: Of<'content'>) {
  const translate = useTranslate();
  return (
    <EventLine
      title={
        <TextLink to={`/content-scans/${event.scanId}/show`}>
          {translate(`content_kind.${event.contentKind}`)}
        </TextLink>
      }
      text={event.excerpt}
    >
      <ContentVerdictTag value={event.verdict} />
      {event.review && <span>{translate(`content_review.${event.review}`)}</span>}
    </EventLine>
  );
}

export function NoteEvent({ event }: Of<'note'>) {
  const translate = useTranslate();
  return (
    <EventLine title={translate('timeline.note')} actor={event.actor} text={event.text}>
      {event.pinned && <Tag tone="accent">{translate('account_note.pinned')}</Tag>}
    </EventLine>
  );
}

export function ListEntryEvent({ event }: Of<'list_entry'>) {
  const translate = useTranslate();
  return (
    <EventLine
      title={
        <TextLink to={`/lists/${event.entryId}/show`}>
          {translate(`timeline.list_entry.${event.list}`)}
        </TextLink>
      }
      actor={event.actor}
      text={event.text}
    >
      {event.expiresAt && (
        <span>
          {translate('timeline.until')} <Instant value={event.expiresAt} form="date" />
        </span>
      )}
    </EventLine>
  );
}
