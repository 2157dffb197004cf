import { ALERT_SCORE, type RingStatus } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';

const TONES: Record<RingStatus, Tone> = { open: 'caution', confirmed: 'negative', dismissed: 'neutral' };
const NOTABLE = 300;

export function toneOfScore(score: number): Tone {
  if (score >= ALERT_SCORE) return 'negative';
  return score >= NOTABLE ? 'caution' : 'neutral';
}

export function RingStatusTag({ value }: { value: RingStatus }) {
  const translate = useTranslate();
  return <Tag tone={TONES[value]}>{translate(`ring_status.${value}`)}</Tag>;
}

export const ScoreTag = ({ value }: { value: number }) => <Tag tone={toneOfScore(value)}>{value}</Tag>;

/** What was found, in the reader's words. */
export function FindingKinds({ kinds }: { kinds: readonly string[] }) {
  const translate = useTranslate();
  return <>{kinds.map((kind) => translate(`finding_kind.${kind}`)).join(', ')}</>;
}
