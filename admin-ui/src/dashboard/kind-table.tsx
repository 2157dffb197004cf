import type { DashboardReport } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Count } from '../display/amounts';
import { type Column, RecordTable } from '../display/record-table';
import { Section } from '../display/section';
import { Word } from '../display/words';
import { useFormat } from '../i18n/use-format';

type Kind = DashboardReport['byKind'][number];

export function KindTable({ report }: { report: DashboardReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const columns: Column<Kind>[] = [
    {
      label: translate('resources.transactions.fields.kind'),
      value: (k) => <Word of="kind" value={k.kind} />,
    },
    { label: translate('dashboard.decided'), numeric: true, value: (k) => <Count value={k.transactions} /> },
    {
      label: translate('outcome.approve'),
      numeric: true,
      value: (k) => <Count value={k.outcomes.approve} />,
    },
    { label: translate('outcome.review'), numeric: true, value: (k) => <Count value={k.outcomes.review} /> },
    {
      label: translate('outcome.decline'),
      numeric: true,
      value: (k) => <Count value={k.outcomes.decline} />,
    },
    { label: translate('dashboard.coins'), numeric: true, value: (k) => format.compact(k.coins) },
  ];
  return (
    <Section title={translate('dashboard.by_kind')} flush>
      <RecordTable
        label={translate('dashboard.by_kind')}
        rows={report.byKind}
        columns={columns}
        rowKey={(kind) => kind.kind}
        empty={translate('dashboard.nothing')}
      />
    </Section>
  );
}
