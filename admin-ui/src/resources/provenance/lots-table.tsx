import type { LotUse } from '@coinwarden/contracts';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Coins, Diamonds } from '../../display/amounts';
import { type Column, RecordTable } from '../../display/record-table';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { Word } from '../../display/words';

const SHOWN = 5;

/** The lots this transaction itself granted, spent or holds, and the transaction behind each. */
export function LotsTable({ uses }: { uses: readonly LotUse[] }) {
  const [all, showAll] = useState(false);
  const translate = useTranslate();
  const columns: Column<LotUse>[] = [
    { label: translate('lot.use'), value: (lot) => <Word of="lot_use" value={lot.use} /> },
    { label: translate('lot.kind'), value: (lot) => <Word of="lot_kind" value={lot.kind} /> },
    {
      label: translate('lot.amount'),
      numeric: true,
      value: (lot) =>
        lot.kind === 'diamond' ? <Diamonds value={lot.amount} /> : <Coins value={lot.amount} />,
    },
    {
      label: translate('lot.source'),
      value: (lot) => (
        <TransactionLink id={lot.sourceTransactionId}>
          {lot.sourceKind ? <Word of="kind" value={lot.sourceKind} /> : lot.sourceTransactionId}
        </TransactionLink>
      ),
    },
    { label: translate('lot.source_account'), value: (lot) => <AccountLink id={lot.sourceAccountId} /> },
  ];
  return (
    <Box sx={{ marginX: -2, overflowX: 'auto' }}>
      <RecordTable
        label={translate('lot.title')}
        rows={all ? uses : uses.slice(0, SHOWN)}
        columns={columns}
        rowKey={(lot) => `${lot.use}:${lot.lotId}`}
        empty={translate('lot.empty')}
      />
      {uses.length > SHOWN && !all && (
        <Button onClick={() => showAll(true)} sx={{ marginLeft: 1.5, marginTop: 0.5 }}>
          {translate('provenance.all_lots', { count: uses.length })}
        </Button>
      )}
    </Box>
  );
}
