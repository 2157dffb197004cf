import { useTranslate } from 'react-admin';
import { useFormat } from '../i18n/use-format';

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Numbers grouped, instants in the shown zone, yes and no in words, anything deeper as JSON. */
export function useValueText() {
  const format = useFormat();
  const translate = useTranslate();
  const text = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
    if (typeof value === 'string') return ISO_INSTANT.test(value) ? format.timeWithOffset(value) : value;
    if (Array.isArray(value)) return value.map(text).join(', ');
    return JSON.stringify(value);
  };
  return text;
}
