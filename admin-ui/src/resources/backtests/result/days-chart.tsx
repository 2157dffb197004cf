import type { BacktestResultView } from '@coinwarden/contracts';
import { OUTCOMES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { AXIS, CHART_HEIGHT, TOOLTIP, useBucketText } from '../../../dashboard/chart-style';
import { OutcomesLegend } from '../../../dashboard/outcomes-legend';
import { Section } from '../../../display/section';
import { useFormat } from '../../../i18n/use-format';

/** What the trial would have done on each day; the line is what was stopped before. */
export default function DaysChart({ result }: { result: BacktestResultView }) {
  const translate = useTranslate();
  const format = useFormat();
  const text = useBucketText('day', true);
  const rows = result.days.map(({ at, before, after }) => ({
    at,
    ...after,
    stopped: before.review + before.decline,
  }));
  return (
    <Section
      title={translate('backtest.by_day')}
      hint={translate('backtest.by_day_hint')}
      action={<OutcomesLegend />}
    >
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <ComposedChart
          data={rows}
          margin={{ top: 8, right: 4, bottom: 0, left: -8 }}
          barCategoryGap={2}
          accessibilityLayer
        >
          <CartesianGrid vertical={false} stroke="var(--border)" />
          <XAxis dataKey="at" tickFormatter={text.tick} minTickGap={24} {...AXIS} />
          <YAxis tickFormatter={format.compact} allowDecimals={false} axisLine={false} {...AXIS} />
          <Tooltip
            {...TOOLTIP}
            labelFormatter={(at) => text.label(String(at))}
            formatter={(value) => format.number(Number(value))}
          />
          {[...OUTCOMES].reverse().map((outcome) => (
            <Bar
              key={outcome}
              dataKey={outcome}
              name={translate(`outcome.${outcome}`)}
              stackId="outcomes"
              fill={`var(--series-${outcome})`}
              isAnimationActive={false}
            />
          ))}
          <Line
            dataKey="stopped"
            name={translate('backtest.stopped_before')}
            stroke="var(--text)"
            strokeWidth={1.5}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </Section>
  );
}
