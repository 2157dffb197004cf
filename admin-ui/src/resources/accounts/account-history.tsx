import type { StaffTransaction } from '@coinwarden/contracts';
import { Box, Button, Skeleton, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
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

/** The account's own transactions, or the gifts it was sent; for a creator the second tell more. */
const SIDES = { made: 'accountId', received: 'counterpartyId' } as const;
type Side = keyof typeof SIDES;

/** What the account did or received lately, and the way to all of it. */
export function AccountHistory({ accountId, creator }: { accountId: string; creator: boolean }) {
  const [side, setSide] = useState<Side>('made');
  const translate = useTranslate();
  const filter = { [SIDES[side]]: accountId };
  const { data, total, error, isPending, refetch } = useGetList<StaffTransaction>('transactions', {
    filter,
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: ROWS },
  });
  const all = `/transactions?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  const actions = (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      {(total ?? 0) > ROWS && (
        <Button component={Link} to={all}>
          {translate('account.all_transactions')}
        </Button>
      )}
      {creator && (
        <ToggleButtonGroup
          size="small"
          exclusive
          value={side}
          onChange={(_, next: Side | null) => next && setSide(next)}
          aria-label={translate('account.history')}
        >
          {(Object.keys(SIDES) as Side[]).map((key) => (
            <ToggleButton key={key} value={key}>
              {translate(`account.side.${key}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </Box>
  );
  return (
    <Section title={translate('account.history')} flush action={actions}>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={280} sx={{ margin: 2 }} />
      ) : (
        <HistoryTable transactions={data} side={side} />
      )}
    </Section>
  );
}

function HistoryTable({ transactions, side }: { transactions: readonly StaffTransaction[]; side: Side }) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.transactions.fields.${field}`);
  const other: Column<StaffTransaction> =
    side === 'made'
      ? {
          label: label('counterpartyId'),
          value: (t) => (t.counterpartyId ? <AccountLink id={t.counterpartyId} /> : '–'),
        }
      : { label: translate('account.sender'), value: (t) => <AccountLink id={t.accountId} /> };
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
    other,
    { label: label('value'), numeric: true, value: (t) => <TransactionValue transaction={t} /> },
    { label: label('outcome'), value: (t) => <OutcomeTag value={t.outcome} /> },
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
