import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

const signed = (amount: number, text: string) => (amount > 0 ? `+${text}` : text);

/** A signed amount of a ledger unit in words: coins, diamonds, or money in its currency. */
export function useUnitAmount() {
  const format = useFormat();
  const translate = useTranslate();
  return (unit: string, amount: number): string => {
    if (unit === 'COIN' || unit === 'DIAMOND') {
      const key = unit === 'COIN' ? 'amount.coins' : 'amount.diamonds';
      return signed(amount, translate(key, { smart_count: Math.abs(amount), amount: format.number(amount) }));
    }
    return signed(amount, format.money({ amountMinor: amount, currency: unit }));
  };
}
