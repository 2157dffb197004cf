import type { StaffCaseDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { StatusTag, Word } from '../../display/words';
import { DueIn } from '../../money-back/due-in';
import { TransactionValue } from '../transactions/transaction-value';

/** The transactions the alerts are about: first those that a decision still moves. */
export function TransactionsPane({ of }: { of: StaffCaseDetail }) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.transactions.fields.${field}`);
  const held = of.transactions.filter(({ status }) => status === 'held');
  const rows = [...held, ...of.transactions.filter(({ status }) => status !== 'held')];
  return (
    <Section
      flush
      title={translate('case.transactions')}
      {...(held.length > 0 && { hint: translate('case.held', { smart_count: held.length }) })}
    >
      <RecordTable
        label={translate('case.transactions')}
        rows={rows}
        rowKey={({ transactionId }) => transactionId}
        empty={translate('case.no_transactions')}
        columns={[
          {
            label: label('kind'),
            value: (row) => (
              <TransactionLink id={row.transactionId}>
                <Word of="kind" value={row.kind} />
              </TransactionLink>
            ),
          },
          { label: label('value'), numeric: true, value: (row) => <TransactionValue transaction={row} /> },
          { label: label('status'), value: (row) => <StatusTag value={row.status} /> },
          ...(rows.some(({ counterpartyId }) => counterpartyId)
            ? [
                {
                  label: label('counterpartyId'),
                  value: ({ counterpartyId }: (typeof rows)[number]) =>
                    counterpartyId ? <AccountLink id={counterpartyId} /> : '–',
                },
              ]
            : []),
          {
            label: translate('case.held_until'),
            foldsBelow: 580,
            value: ({ heldUntil, decidedAt }) =>
              heldUntil ? <DueIn value={heldUntil} /> : <Instant value={decidedAt} />,
          },
        ]}
      />
    </Section>
  );
}
