import type { MoneyBackView } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

const PARTS = [
  ['lost', 'lostMinor'],
  ['excess', 'excessMinor'],
  ['refunded', 'refundedMinor'],
  ['reserved', 'reservedMinor'],
] as const;

/** What went back of a purchase's money, where anything did. */
export function MoneyBackWords({ value }: { value: MoneyBackView | null }) {
  const translate = useTranslate();
  const format = useFormat();
  const parts = PARTS.flatMap(([name, key]) => {
    const amountMinor = value?.[key] ?? 0;
    if (value === null || amountMinor === 0) return [];
    return [
      `${translate(`clawback.money.${name}`)} ${format.money({ amountMinor, currency: value.currency })}`,
    ];
  });
  return <>{parts.length > 0 ? parts.join(', ') : '–'}</>;
}
