import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';
import type { Field } from './policy-parts';

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** A value of a policy as people read it. */
export function useFieldText() {
  const translate = useTranslate();
  const format = useFormat();
  const word = (field: Field, value: unknown) => translate(`${field.words}.${value}`, { _: String(value) });
  const counted = (unit: string, value: number) =>
    translate(`policy.unit.${unit}`, { smart_count: value, count: format.number(value) });

  return (field: Field, value: unknown): string => {
    if (value === null || value === undefined || value === '') {
      return field.nullable ? translate('policy.no_limit') : '–';
    }
    switch (field.type) {
      case 'usd':
        return format.money({ amountMinor: Number(value), currency: 'USD' });
      case 'percent':
        return format.percent(Number(value) / 100);
      case 'permille':
        return format.percent(Number(value) / 1_000);
      case 'days':
      case 'hours':
        return counted(field.type, Number(value));
      case 'coins':
        return translate('amount.coins', {
          smart_count: Number(value),
          amount: format.number(Number(value)),
        });
      case 'count':
        return format.number(Number(value));
      case 'flag':
        return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
      case 'choice':
        return word(field, value);
      case 'choices':
        return list(value).length === (field.options?.length ?? -1)
          ? translate('policy.all')
          : list(value)
              .map((one) => word(field, one))
              .join(', ');
      case 'lines':
        return list(value).join('\n');
      default:
        return String(value);
    }
  };
}
