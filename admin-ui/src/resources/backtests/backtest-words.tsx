import type { StaffBacktest } from '@coinwarden/contracts';
import type { BacktestStatus, LabelClass } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';
import { useFormat } from '../../i18n/use-format';

const STATUS_TONES: Record<BacktestStatus, Tone> = {
  queued: 'neutral',
  running: 'info',
  done: 'positive',
  failed: 'negative',
  cancelled: 'neutral',
};

export function BacktestStatusTag({ value }: { value: BacktestStatus }) {
  const translate = useTranslate();
  return <Tag tone={STATUS_TONES[value]}>{translate(`backtest.status.${value}`)}</Tag>;
}

const LABEL_TONES: Record<LabelClass, Tone> = {
  fraud: 'negative',
  good: 'positive',
  presumed_good: 'positive',
  unknown: 'neutral',
};

export function LabelTag({ value }: { value: LabelClass }) {
  const translate = useTranslate();
  return (
    <Tag tone={LABEL_TONES[value]} quiet={value !== 'fraud'}>
      {translate(`backtest.label.${value}`)}
    </Tag>
  );
}

/** What is under test, in a few words. */
export function useTargetText() {
  const translate = useTranslate();
  return ({ type, version, ruleKey, ruleCount }: StaffBacktest['target']): string =>
    translate(`backtest.target.text_${type}`, { version, key: ruleKey, smart_count: ruleCount });
}

export function usePercent() {
  const format = useFormat();
  return (share: number | null): string => (share === null ? '–' : format.percent(share));
}
