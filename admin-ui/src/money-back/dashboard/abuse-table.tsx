import type { MoneyBackReport } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Count } from '../../display/amounts';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { AccountLink } from '../../display/text-link';
import { Sums } from '../../resources/refund-bulks/bulk-words';

type Asker = MoneyBackReport['abuse'][number];

/** Who had most refunds, and how often the coins were gone by then. */
export function AbuseTable({ report }: { report: MoneyBackReport }) {
  const translate = useTranslate();
  const label = (key: string) => translate(`money_back.abuse.${key}`);
  const columns: Column<Asker>[] = [
    { label: label('account'), value: (one) => <AccountLink id={one.accountId} /> },
    { label: label('refunds'), numeric: true, value: (one) => <Count value={one.refunds} /> },
    {
      label: label('after_spending'),
      numeric: true,
      foldsBelow: 400,
      value: (one) => <Count value={one.afterSpending} />,
    },
    {
      label: label('disputes'),
      numeric: true,
      foldsBelow: 540,
      value: (one) => <Count value={one.disputes} />,
    },
    { label: label('money'), numeric: true, value: (one) => <Sums money={one.money} /> },
  ];
  return (
    <Section title={label('title')} hint={label('hint')} flush>
      <RecordTable
        label={label('title')}
        rows={report.abuse}
        columns={columns}
        rowKey={(one) => one.accountId}
        empty={translate('money_back.no_refunds')}
      />
    </Section>
  );
}
