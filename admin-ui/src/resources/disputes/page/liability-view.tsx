import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Coins, Money } from '../../../display/amounts';
import { type Fact, Facts } from '../../../display/facts';
import { Section } from '../../../display/section';

type Liability = NonNullable<StaffDisputeDetail['liability']>;

/** Who bears it: we in money, the account and creators in coins. What is nothing is left out. */
export function LiabilityView({ liability }: { liability: Liability }) {
  const translate = useTranslate();
  const { currency } = liability;
  const money = (['lostMinor', 'feeMinor', 'alreadyRefundedMinor', 'excessMinor'] as const).map(
    (key): [string, number, Fact] => [
      key,
      liability[key],
      [
        translate(`dispute.liability.${key}`),
        <Money key={key} value={{ amountMinor: liability[key], currency }} />,
      ],
    ],
  );
  const coins = (['takenCoins', 'debtCoins', 'writtenOffCoins'] as const).map(
    (key): [string, number, Fact] => [
      key,
      liability[key],
      [translate(`dispute.liability.${key}`), <Coins key={key} value={liability[key]} />],
    ],
  );
  const shown = [...money, ...coins].filter(([key, value]) => value > 0 || key === 'lostMinor');
  return (
    <Section title={translate('dispute.liability.title')} hint={translate('dispute.liability.hint')}>
      <Facts
        items={[
          [translate('dispute.liability.party'), translate(`dispute.party.${liability.party}`)],
          ...shown.map(([, , fact]) => fact),
        ]}
      />
    </Section>
  );
}
