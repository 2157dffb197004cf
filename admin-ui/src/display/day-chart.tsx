import type { ReactNode } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ComposedChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../i18n/use-format';
import type { LegendItem } from './chart-legend';
import { AXIS, CHART_HEIGHT, TOOLTIP, useBucketText } from './chart-style';

interface DayChartProps {
  rows: readonly { readonly at: string }[];
  /** From the bottom up; the key is the row's field. */
  series: readonly LegendItem[];
  /** Whole numbers, where nothing else is said. */
  formatTick?: (value: number) => string;
  formatValue?: (value: number) => string;
  height?: number | `${number}%`;
  /** Room at the edges of what is drawn; the left one moves the axis to where the pane's text begins. */
  margin?: { top?: number; left?: number };
  /** Lines over the bars. */
  children?: ReactNode;
}

/** Bars by day, one upon the other; days are the report's own, in UTC. */
export function DayChart(props: DayChartProps) {
  const { rows, series, height = CHART_HEIGHT, margin, children } = props;
  const format = useFormat();
  const text = useBucketText('day', true);
  // Under the pointer, bars alone mark their whole day.
  const Chart = children === undefined ? BarChart : ComposedChart;
  const { formatTick = format.compact, formatValue = format.number } = props;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <Chart
        data={[...rows]}
        margin={{ top: 8, right: 4, bottom: 0, left: -8, ...margin }}
        barCategoryGap={2}
        accessibilityLayer
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis dataKey="at" tickFormatter={text.tick} minTickGap={24} {...AXIS} />
        <YAxis
          tickFormatter={formatTick}
          allowDecimals={props.formatTick !== undefined}
          axisLine={false}
          {...AXIS}
        />
        <Tooltip
          {...TOOLTIP}
          labelFormatter={(at) => text.label(String(at))}
          formatter={(value) => formatValue(Number(value))}
        />
        {series.map(({ key, name, color }) => (
          <Bar key={key} dataKey={key} name={name} stackId="day" fill={color} isAnimationActive={false} />
        ))}
        {children}
      </Chart>
    </ResponsiveContainer>
  );
}
