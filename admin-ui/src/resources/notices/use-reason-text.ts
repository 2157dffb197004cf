import type { StaffNotice } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

interface Reason {
  readonly code: StaffNotice['reasonCode'];
  readonly values: StaffNotice['reasonValues'];
  /** The sentence it was stored with. */
  readonly text: string | null;
}

/** Why a notice is not done, or a store was not answered, in the reader's language; null where there is no reason. */
export function useReasonText(): (reason: Reason) => string | null {
  const translate = useTranslate();
  const format = useFormat();
  return ({ code, values, text }) => {
    if (code === null || values === null) return text;
    const money = (of: 'taken' | 'price') =>
      format.money({ amountMinor: Number(values[`${of}Minor`]), currency: String(values[`${of}Currency`]) });
    switch (code) {
      case 'wrong_amount':
        return translate('notice_reason.wrong_amount', { taken: money('taken'), price: money('price') });
      case 'purchase_over':
        return translate('notice_reason.purchase_over', {
          ended: translate(`notice_ended.${values['status']}`, { _: values['status'] }),
        });
      case 'refused':
        return translate(`problem.${values['problem']}`, { _: text });
      default:
        return translate(`notice_reason.${code}`, values);
    }
  };
}
