import type { DisputeReport } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Count, Money } from '../../../display/amounts';
import { type Column, RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { useFormat } from '../../../i18n/use-format';
import { useGroupName } from './use-group-name';

type Group = DisputeReport['groups'][number];
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

export function ResultTable({ report }: { report: DisputeReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const name = useGroupName(report.by);
  const column = (key: string, value: Column<Group>['value']): Column<Group> => ({
    label: translate(`results.column.${key}`),
    numeric: true,
    value,
  });
  const columns: Column<Group>[] = [
    { label: translate(`results.group.${report.by}`), value: ({ key }) => name(key) },
    column('disputes', (g) => <Count value={g.disputes} />),
    column('won', (g) => <Count value={g.won} />),
    column('lost', (g) => <Count value={g.lost} />),
    column('uncontested', (g) => <Count value={g.accepted + g.expired + g.prevented} />),
    column('open', (g) => <Count value={g.open} />),
    column('win_rate', (g) => (g.wonPermille === null ? '–' : format.percent(g.wonPermille / 1_000))),
    column('disputed', (g) => <Money value={usd(g.disputedUsdMinor)} />),
    column('lost_money', (g) => <Money value={usd(g.lostUsdMinor)} />),
    column('fees', (g) => <Money value={usd(g.feesUsdMinor)} />),
  ];
  return (
    <Section title={translate('results.table')} flush>
      <RecordTable
        label={translate('results.table')}
        rows={report.groups}
        columns={columns}
        rowKey={(group) => group.key}
        empty={translate('results.empty.title')}
      />
    </Section>
  );
}
