import type { StaffTransaction } from '@coinwarden/contracts';
import { Button, Skeleton } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { OutcomeTag, StatusTag, Word } from '../../display/words';
import { TransactionValue } from '../transactions/transaction-value';

const ROWS = 15;

/** What the account did lately, and the way to all of it. */
export function AccountHistory({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const filter = { accountId };
  const { data, total, error, isPending, refetch } = useGetList<StaffTransaction>('transactions', {
    filter,
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: ROWS },
  });
  const all = `/transactions?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (
    <Section
      title={translate('account.history')}
      flush
      action={
        (total ?? 0) > ROWS && (
          <Button component={Link} to={all}>
            {translate('account.all_transactions')}
          </Button>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={280} sx={{ margin: 2 }} />
      ) : (
        <HistoryTable transactions={data} />
      )}
    </Section>
  );
}

function HistoryTable({ transactions }: { transactions: readonly StaffTransaction[] }) {
  const translate = useTranslate();
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
    <RecordTable
      label={translate('account.history')}
      rows={transactions}
      columns={columns}
      rowKey={(t) => t.id}
      empty={translate('account.no_history')}
    />
  );
}
