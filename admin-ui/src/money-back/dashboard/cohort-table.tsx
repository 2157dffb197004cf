import type { MoneyBackReport } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Count } from '../../display/amounts';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { useFormat } from '../../i18n/use-format';

type Cohort = MoneyBackReport['cohorts'][number];

/**
 * Visa's acquirer monitoring programme (VAMP) and Mastercard's excessive chargeback programme (ECM) both begin at 1.5 %
 * of a month's payments; from 1 % on it is time to look.
 */
const WATCHED = 0.01;
const EXCESSIVE = 0.015;

/** Refunds and disputes by the month of their purchase: the way card schemes count. */
export function CohortTable({ report }: { report: MoneyBackReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (key: string) => translate(`money_back.cohort.${key}`);
  const month = new Intl.DateTimeFormat(format.locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const rate = (count: number, of: Cohort) => (of.purchases === 0 ? null : count / of.purchases);
  const columns: Column<Cohort>[] = [
    { label: label('month'), value: (one) => month.format(new Date(`${one.month}-01T00:00:00Z`)) },
    { label: label('purchases'), numeric: true, value: (one) => <Count value={one.purchases} /> },
    { label: label('refunded'), numeric: true, value: (one) => <Rate value={rate(one.refunded, one)} /> },
    {
      label: label('disputed'),
      numeric: true,
      value: (one) => <Rate value={rate(one.disputed, one)} watched={WATCHED} excessive={EXCESSIVE} />,
    },
  ];
  return (
    <Section title={label('title')} hint={label('hint')} flush>
      <RecordTable
        label={label('title')}
        rows={sinceTheFirst(report.cohorts).toReversed()}
        columns={columns}
        rowKey={(one) => one.month}
        empty="–"
      />
    </Section>
  );
}

/** Months before anything was bought say nothing. */
function sinceTheFirst(cohorts: readonly Cohort[]): readonly Cohort[] {
  const first = cohorts.findIndex(({ purchases }) => purchases > 0);
  return first < 0 ? [] : cohorts.slice(first);
}

interface RateProps {
  value: number | null;
  watched?: number;
  excessive?: number;
}

function Rate({
  value,
  watched = Number.POSITIVE_INFINITY,
  excessive = Number.POSITIVE_INFINITY,
}: RateProps) {
  const { locale } = useFormat();
  if (value === null) return <>–</>;
  const text = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value);
  const color = value >= excessive ? 'var(--negative)' : value >= watched ? 'var(--caution)' : 'inherit';
  return (
    <Box component="span" sx={{ color, fontWeight: color === 'inherit' ? 'inherit' : 600 }}>
      {text}
    </Box>
  );
}
