import type { DashboardReport } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, CHART_HEIGHT, TOOLTIP, useBucketText } from '../display/chart-style';
import { useFormat } from '../i18n/use-format';

const MANY_BUCKETS = 48;

/** Coins moved by approved transactions over time. */
export function CoinsChart({ report }: { report: DashboardReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const text = useBucketText(report.bucket, report.series.length > MANY_BUCKETS);
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <AreaChart data={report.series} margin={{ top: 8, right: 4, bottom: 0, left: -8 }} accessibilityLayer>
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
        <Area
          type="monotone"
          dataKey="coins"
          name={translate('dashboard.coins')}
          stroke="var(--series-held)"
          strokeWidth={1.75}
          fill="var(--series-held)"
          fillOpacity={0.14}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
