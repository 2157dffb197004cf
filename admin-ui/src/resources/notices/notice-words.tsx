import type { ConsumptionAnswerView, StaffNotice } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';

const STATE_TONES: Record<StaffNotice['state'], Tone> = {
  received: 'info',
  processing: 'info',
  processed: 'positive',
  waiting: 'caution',
  failed: 'caution',
  dead_letter: 'negative',
};

/** What is done stays quiet; what waits for something, or for somebody, is said aloud. */
export function NoticeStateTag({ value }: { value: StaffNotice['state'] }) {
  const translate = useTranslate();
  return (
    <Tag tone={STATE_TONES[value]} quiet={value === 'processed'}>
      {translate(`notice_state.${value}`)}
    </Tag>
  );
}

/** What it says in our words, or that nobody has read it, or ever will. */
export function NoticeMeaning({ notice: { type, state } }: { notice: StaffNotice }) {
  const translate = useTranslate();
  if (type) return translate(`notice_type.${type}`);
  return translate(state === 'dead_letter' ? 'notice.unreadable' : 'notice.unread');
}

const ANSWER_TONES: Record<ConsumptionAnswerView['state'], Tone> = {
  pending: 'caution',
  sent: 'positive',
  withheld: 'neutral',
  refused: 'negative',
  expired: 'negative',
};

export function AnswerStateTag({ value }: { value: ConsumptionAnswerView['state'] }) {
  const translate = useTranslate();
  return <Tag tone={ANSWER_TONES[value]}>{translate(`answer_state.${value}`)}</Tag>;
}
