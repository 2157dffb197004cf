import type { RuleEffectType } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';

const TONES: Record<RuleEffectType, Tone> = {
  decline: 'negative',
  restrict: 'negative',
  step_up: 'caution',
  review: 'caution',
  score: 'neutral',
};

/** What follows when a rule fires. */
export function EffectTag({ effect, score }: { effect: RuleEffectType; score: number }) {
  const translate = useTranslate();
  return (
    <Tag tone={TONES[effect]}>
      {effect === 'score'
        ? translate('rule.scored', { score: score > 0 ? `+${score}` : score })
        : translate(`effect.${effect}`)}
    </Tag>
  );
}
