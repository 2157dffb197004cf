import type { LotUse } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Coins, Diamonds } from '../../display/amounts';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { Word } from '../../display/words';

/** Where the coins came from: every lot this transaction granted, spent or holds, and the transaction behind the lot. */
export function Provenance({ uses }: { uses: readonly LotUse[] }) {
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
    <Section title={translate('lot.title')} hint={translate('lot.hint')} flush>
      <RecordTable
        label={translate('lot.title')}
        rows={uses}
        columns={columns}
        rowKey={(lot) => `${lot.use}:${lot.lotId}`}
        empty={translate('lot.empty')}
      />
    </Section>
  );
}
