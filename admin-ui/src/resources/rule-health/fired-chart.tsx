import type { RuleHealthView } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, TOOLTIP, useBucketText } from '../../dashboard/chart-style';
import { useFormat } from '../../i18n/use-format';

const HEIGHT = 150;

/** How often it fired on each day, in UTC. */
export default function FiredChart({ rule }: { rule: RuleHealthView }) {
  const translate = useTranslate();
  const format = useFormat();
  const text = useBucketText('day', true);
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <BarChart
        data={rule.days}
        margin={{ top: 16, right: 4, bottom: 0, left: -16 }}
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
        <Bar
          dataKey="fired"
          name={translate('rule_health.fired')}
          fill="var(--series-review)"
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
