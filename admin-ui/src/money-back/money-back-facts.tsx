import type { MoneyBackView } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Money } from '../display/amounts';
import { type Fact, Facts } from '../display/facts';

/** Where the money of a purchase is; what is nothing is left out, except what can still go back. */
export function MoneyBackFacts({ money }: { money: MoneyBackView }) {
  const translate = useTranslate();
  const sum = (amountMinor: number) => <Money value={{ amountMinor, currency: money.currency }} />;
  const fact = (key: string, amountMinor: number): Fact => [
    translate(`clawback.money.${key}`),
    sum(amountMinor),
  ];
  const some = [
    ['refunded', money.refundedMinor],
    ['reserved', money.reservedMinor],
    ['lost', money.lostMinor],
    ['excess', money.excessMinor],
    ['fee', money.feeMinor],
  ] as const;
  return (
    <Facts
      items={[
        fact('captured', money.capturedMinor),
        ...some.filter(([, minor]) => minor > 0).map(([key, minor]) => fact(key, minor)),
        fact('refundable', money.refundableMinor),
      ]}
    />
  );
}
