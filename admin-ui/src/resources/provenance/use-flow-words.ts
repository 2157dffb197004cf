import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

/** Names and amounts as the pictures and tables of a flow write them. */
export function useFlowWords() {
  const translate = useTranslate();
  const format = useFormat();
  const amount = (unit: 'coins' | 'diamonds') => (value: number) =>
    translate(`amount.${unit}`, { smart_count: value, amount: format.number(value) });
  return {
    translate,
    coins: amount('coins'),
    diamonds: amount('diamonds'),
    count: (key: string, count: number) =>
      translate(`provenance.${key}`, { smart_count: count, count: format.number(count) }),
    say: (key: string) => translate(`provenance.${key}`),
    money: format.money,
    format,
  };
}
export type FlowWords = ReturnType<typeof useFlowWords>;
