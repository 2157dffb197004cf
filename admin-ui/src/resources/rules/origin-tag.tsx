import type { FactOrigin } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';

const TONES: Readonly<Record<FactOrigin, Tone>> = {
  recorded: 'positive',
  stored: 'positive',
  recomputed: 'info',
  today: 'caution',
  unknown: 'negative',
};

/** Where the value of a fact of the past comes from. */
export function OriginTag({ origin }: { origin: FactOrigin }) {
  const translate = useTranslate();
  return <Tag tone={TONES[origin]}>{translate(`rule_editor.try.origins.${origin}`)}</Tag>;
}
