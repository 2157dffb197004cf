import type { TimelineEvent } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Instant } from '../../../display/instant';
import { Tag, type Tone } from '../../../display/tag';
import { usePlaceName } from '../../../security/place-name';
import { useEventWord } from '../../../security/security-timeline';
import { useActionText } from '../../audit/use-action-text';
import { EventLine } from './event-line';

type Of<Kind extends TimelineEvent['kind']> = { event: Extract<TimelineEvent, { kind: Kind }> };

export function SecurityEvent({ event }: Of<'security'>) {
  const wordOf = useEventWord();
  const nameOf = usePlaceName();
  return <EventLine title={wordOf(event)}>{event.place && <span>{nameOf(event.place)}</span>}</EventLine>;
}

const TONES: Record<Extract<TimelineEvent, { kind: 'enforcement' }>['action'], Tone> = {
  restrict: 'caution',
  suspend: 'negative',
  release: 'positive',
  close: 'neutral',
};

export function EnforcementEvent({ event }: Of<'enforcement'>) {
  const actionText = useActionText();
  return (
    <EventLine
      title={<Tag tone={TONES[event.action]}>{actionText(`account.${event.action}`)}</Tag>}
      actor={event.actor}
      text={event.text}
    />
  );
}

export function LimitEvent({ event }: Of<'limit'>) {
  const translate = useTranslate();
  const actionText = useActionText();
  return (
    <EventLine title={actionText(event.action)} actor={event.actor} text={event.text}>
      {event.layer && <span>{translate(`layer.${event.layer}`, { _: event.layer })}</span>}
    </EventLine>
  );
}

export function ExclusionEvent({ event }: Of<'exclusion'>) {
  const translate = useTranslate();
  return (
    <EventLine title={translate('timeline.exclusion')} actor={event.actor} text={event.text}>
      {event.until && (
        <span>
          {translate('timeline.until')} <Instant value={event.until} form="full" />
        </span>
      )}
    </EventLine>
  );
}

export function RevealEvent({ event }: Of<'reveal'>) {
  const translate = useTranslate();
  return (
    <EventLine
      title={translate('timeline.reveal', { detail: translate(`personal_detail.${event.detail}`) })}
      actor={event.actor}
      text={event.text}
    />
  );
}

export function RegisteredEvent() {
  const translate = useTranslate();
  return <EventLine title={translate('timeline.registered')} />;
}
