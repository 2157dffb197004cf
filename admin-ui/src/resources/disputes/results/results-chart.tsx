import type { DisputeReport } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, TOOLTIP } from '../../../display/chart-style';
import { useFormat } from '../../../i18n/use-format';
import { useGroupName } from './use-group-name';

const SERIES = [
  ['won', 'var(--series-approve)'],
  ['lost', 'var(--series-decline)'],
  ['expired', 'var(--series-review)'],
  ['accepted', 'var(--border-strong)'],
  ['prevented', 'var(--info)'],
  ['open', 'var(--series-held)'],
] as const;
const BAR_HEIGHT = 34;
const MARGINS = 70;

/** Disputes by how they ended, one bar per group; the same numbers stand in the table below. */
export function ResultsChart({ report }: { report: DisputeReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const name = useGroupName(report.by);
  const rows = report.groups.map((group) => ({ ...group, name: name(group.key) }));
  return (
    <ResponsiveContainer width="100%" height={rows.length * BAR_HEIGHT + MARGINS}>
      <BarChart
        data={rows}
        layout="vertical"
        margin={{ top: 4, right: 12, bottom: 0, left: 4 }}
        accessibilityLayer
      >
        <CartesianGrid horizontal={false} stroke="var(--border)" />
        <XAxis type="number" allowDecimals={false} tickFormatter={format.compact} {...AXIS} />
        <YAxis type="category" dataKey="name" width={170} axisLine={false} {...AXIS} />
        <Tooltip {...TOOLTIP} formatter={(value) => format.number(Number(value))} />
        <Legend
          iconType="circle"
          iconSize={8}
          itemSorter={null}
          wrapperStyle={{ fontSize: 12 }}
          formatter={(value) => <span style={{ color: 'var(--muted)' }}>{value}</span>}
        />
        {SERIES.filter(([key]) => rows.some((row) => row[key] > 0)).map(([key, colour]) => (
          <Bar
            key={key}
            dataKey={key}
            name={translate(`results.series.${key}`)}
            stackId="ends"
            fill={colour}
            barSize={16}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
