import type { StaffTransactionDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Word } from '../../display/words';
import { LedgerAccount } from './ledger-account';
import { useUnitAmount } from './use-unit-amount';

type Entry = StaffTransactionDetail['journal'][number];

interface Line {
  key: string;
  entry: Entry;
  first: boolean;
  posting: Entry['postings'][number];
}

const linesOf = (entries: readonly Entry[]): Line[] =>
  entries.flatMap((entry) =>
    entry.postings.map((posting, index) => ({
      key: `${entry.entryNo}:${index}`,
      entry,
      first: index === 0,
      posting,
    })),
  );

/** The double entries as they stand in the books: what left one ledger account came to another. */
export function Journal({ entries }: { entries: readonly Entry[] }) {
  const translate = useTranslate();
  const amount = useUnitAmount();
  const columns: Column<Line>[] = [
    {
      label: translate('journal.entry'),
      value: ({ first, entry }) => first && <Word of="entry_kind" value={entry.kind} />,
    },
    {
      label: translate('journal.posted_at'),
      value: ({ first, entry }) => first && <Instant value={entry.postedAt} />,
    },
    { label: translate('journal.account'), value: ({ posting }) => <LedgerAccount name={posting.account} /> },
    {
      label: translate('journal.amount'),
      numeric: true,
      value: ({ posting }) => amount(posting.unit, posting.amount),
    },
  ];
  return (
    <Section title={translate('journal.title')} hint={translate('journal.hint')} flush>
      <RecordTable
        label={translate('journal.title')}
        rows={linesOf(entries)}
        columns={columns}
        rowKey={(line) => line.key}
        empty={translate('journal.empty')}
      />
    </Section>
  );
}
