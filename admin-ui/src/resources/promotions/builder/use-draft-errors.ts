import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';
import type { PromotionDraft } from './promotion-draft';
import type { ReadDraft } from './read-draft';

/** What is wrong with a draft by its fields, and what it still waits for, in the reader's language. */
export function useDraftErrors({ wrong, missing }: ReadDraft) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (field: keyof PromotionDraft) => translate(`promotion.field.${field}`);
  const errors = Object.fromEntries(
    Object.entries(wrong).map(([field, { key, values = {} }]) => {
      const numbers = Object.entries(values).map(([name, value]) => [name, format.number(value)]);
      return [field, translate(`promotion.wrong.${key}`, Object.fromEntries(numbers))];
    }),
  );
  const fields = Object.keys(wrong) as (keyof PromotionDraft)[];
  const waitsFor =
    missing.length > 0
      ? translate('promotion.fill_in', { fields: format.list(missing.map(label)) })
      : translate('promotion.mend', { fields: format.list(fields.map(label)) });
  return { errors, waitsFor };
}
