import type { StaffTransaction } from '@coinwarden/contracts';
import { useGetList, useTranslate } from 'react-admin';
import { AllButton } from '../../display/all-button';
import { Instant } from '../../display/instant';
import { RecordPane } from '../../display/record-pane';
import type { Column } from '../../display/record-table';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { OutcomeTag, StatusTag, Word } from '../../display/words';
import { TransactionValue } from '../transactions/transaction-value';

const ROWS = 15;

/** What the account did lately, and the way to all of it. */
export function AccountHistory({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const filter = { accountId };
  const { data, total, error, refetch } = useGetList<StaffTransaction>('transactions', {
    filter,
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: ROWS },
  });
  const label = (field: string) => translate(`resources.transactions.fields.${field}`);
  const columns: Column<StaffTransaction>[] = [
    {
      label: label('decidedAt'),
      value: (t) => (
        <TransactionLink id={t.id}>
          <Instant value={t.decidedAt} />
        </TransactionLink>
      ),
    },
    { label: label('kind'), value: (t) => <Word of="kind" value={t.kind} /> },
    {
      label: label('counterpartyId'),
      foldsBelow: 560,
      value: (t) => (t.counterpartyId ? <AccountLink id={t.counterpartyId} /> : '–'),
    },
    { label: label('value'), numeric: true, value: (t) => <TransactionValue transaction={t} /> },
    { label: label('outcome'), foldsBelow: 480, value: (t) => <OutcomeTag value={t.outcome} /> },
    { label: label('status'), value: (t) => <StatusTag value={t.status} /> },
  ];
  return (
    <RecordPane
      title={translate('account.history')}
      asked={{ rows: data, error, refetch }}
      columns={columns}
      rowKey={(t) => t.id}
      empty={translate('account.no_history')}
      action={(total ?? 0) > ROWS && <AllButton resource="transactions" filter={filter} />}
    />
  );
}
