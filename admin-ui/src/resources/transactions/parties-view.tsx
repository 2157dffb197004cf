import type { StaffTransactionDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { Identifier } from '../../display/identifier';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { AccountLink } from '../../display/text-link';

export function PartiesView({ transaction }: { transaction: StaffTransactionDetail }) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.transactions.fields.${field}`);
  const { promotion } = transaction.decision;
  const facts: Fact[] = [
    [label('accountId'), <AccountLink key="a" id={transaction.accountId} />],
    ...(transaction.counterpartyId
      ? [[label('counterpartyId'), <AccountLink key="c" id={transaction.counterpartyId} />] as const]
      : []),
    [label('occurredAt'), <Instant key="o" value={transaction.occurredAt} form="full" />],
    ...(promotion ? [[label('promotion'), promotion.id] as const] : []),
    [label('transactionId'), <Identifier key="t" value={transaction.transactionId} />],
    [label('decisionId'), <Identifier key="d" value={transaction.decision.decisionId} />],
  ];
  return (
    <Section title={translate('transaction.who')}>
      <Facts items={facts} />
    </Section>
  );
}
