import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** Shares, agreement beyond chance and spans of time as they are read; a dash where there is nothing to tell. */
export function useQualityFormat() {
  const format = useFormat();
  const translate = useTranslate();
  const span = (seconds: number): string => {
    if (seconds < MINUTE_S) return translate('case_quality.seconds', { amount: format.number(seconds) });
    const [unit, unitS] = seconds < HOUR_S ? (['minutes', MINUTE_S] as const) : (['hours', HOUR_S] as const);
    return translate(`case_quality.${unit}`, {
      amount: format.number(Math.round((seconds / unitS) * 10) / 10),
    });
  };
  return {
    share: (value: number | null) => (value === null ? '–' : format.percent(value)),
    kappa: (value: number | null) => (value === null ? '–' : format.number(value)),
    span: (seconds: number | null) => (seconds === null ? '–' : span(seconds)),
  };
}
