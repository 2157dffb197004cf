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
