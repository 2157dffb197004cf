import type { DashboardReport } from '@coinwarden/contracts';
import { OUTCOMES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, CHART_HEIGHT, TOOLTIP, useBucketText } from '../display/chart-style';
import { useFormat } from '../i18n/use-format';

const MANY_BUCKETS = 48;

/** Decisions over time, stacked by outcome; the same numbers stand in the table of kinds for whoever cannot see it. */
export function OutcomesChart({ report }: { report: DashboardReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const text = useBucketText(report.bucket, report.series.length > MANY_BUCKETS);
  const rows = report.series.map(({ at, outcomes }) => ({ at, ...outcomes }));
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <BarChart
        data={rows}
        margin={{ top: 8, right: 4, bottom: 0, left: -12 }}
        barCategoryGap={rows.length > MANY_BUCKETS ? 0.5 : 2}
        accessibilityLayer
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="at"
          tickFormatter={text.tick}
          ticks={text.ticks(report.series)}
          minTickGap={24}
          {...AXIS}
        />
        <YAxis tickFormatter={format.compact} allowDecimals={false} axisLine={false} {...AXIS} />
        <Tooltip
          {...TOOLTIP}
          labelFormatter={(at) => text.label(String(at))}
          formatter={(value) => format.number(Number(value))}
        />
        {OUTCOMES.map((outcome) => (
          <Bar
            key={outcome}
            dataKey={outcome}
            name={translate(`outcome.${outcome}`)}
            stackId="outcomes"
            fill={`var(--series-${outcome})`}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
