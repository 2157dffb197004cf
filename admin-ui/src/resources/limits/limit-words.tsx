import { ANY_COUNTRY } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

export interface LimitAmountValue {
  readonly limit: number;
  /** Null for coins. */
  readonly currency: string | null;
}

/** Limits as one says them: how much, of what and in which time, and for whom. */
export function useLimitText() {
  const translate = useTranslate();
  const format = useFormat();
  const amountText = ({ limit, currency }: LimitAmountValue): string =>
    currency === null
      ? translate('amount.coins', { smart_count: limit, amount: format.number(limit) })
      : format.money({ amountMinor: limit, currency });
  const countryText = (country: string): string =>
    country === ANY_COUNTRY ? translate('limit_policy.everywhere') : format.country(country);
  return {
    amountText,
    countryText,
    /** `Coins spent, per day` */
    measureText: ({ measure, window }: { measure: string; window: string }): string =>
      `${translate(`measure.${measure}`)}, ${translate(`window.${window}`)}`,
    /** `13 to 15 · South Korea` */
    subjectText: ({ ageBand, country }: { ageBand: string; country: string }): string =>
      `${translate(`age_band.${ageBand}`)} · ${countryText(country)}`,
  };
}
