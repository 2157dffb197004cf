import type { PurchaseConcern } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';
import { TONE_SIGNS } from './flow-graph';

const TONES: Record<PurchaseConcern, Tone> = {
  disputed: 'negative',
  refunded: 'caution',
  flagged: 'accent',
  clear: 'positive',
};

export function ConcernTag({ value }: { value: PurchaseConcern }) {
  const translate = useTranslate();
  return (
    <Tag tone={TONES[value]} quiet={value === 'clear'}>
      {value !== 'clear' && <span aria-hidden>{TONE_SIGNS[value]}</span>}
      {translate(`provenance.concern.${value}`)}
    </Tag>
  );
}
