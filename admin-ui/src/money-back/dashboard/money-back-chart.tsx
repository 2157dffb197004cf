import type { MoneyBackReport } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, CHART_HEIGHT, TOOLTIP, useBucketText } from '../../dashboard/chart-style';
import { Section } from '../../display/section';
import { useFormat } from '../../i18n/use-format';

const SERIES = [
  ['refundedUsdMinor', 'refunded', 'var(--series-held)'],
  ['lostUsdMinor', 'lost', 'var(--series-decline)'],
] as const;
const CENTS = 100;

/** Money by day: refunded, and lost to disputes, in US dollars at reference rates. */
export default function MoneyBackChart({ report }: { report: MoneyBackReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const text = useBucketText('day', true);
  const dollars = (cents: number) => format.money({ amountMinor: cents, currency: 'USD' });
  return (
    <Section
      title={translate('money_back.by_day')}
      hint={translate('money_back.by_day_hint')}
      action={<Legend />}
    >
      {/* As high as the pane beside it. */}
      <Box sx={{ position: 'relative', height: '100%', minHeight: CHART_HEIGHT }}>
        <Box sx={{ position: 'absolute', inset: 0 }}>
          <ResponsiveContainer width="100%" height="100%">
            <BarChart
              data={report.series}
              margin={{ top: 8, right: 4, bottom: 0, left: -4 }}
              barCategoryGap={2}
              accessibilityLayer
            >
              <CartesianGrid vertical={false} stroke="var(--border)" />
              <XAxis dataKey="at" tickFormatter={text.tick} minTickGap={24} {...AXIS} />
              <YAxis
                tickFormatter={(cents) => format.compact(Number(cents) / CENTS)}
                axisLine={false}
                {...AXIS}
              />
              <Tooltip
                {...TOOLTIP}
                labelFormatter={(at) => text.label(String(at))}
                formatter={(value) => dollars(Number(value))}
              />
              {SERIES.map(([key, word, color]) => (
                <Bar
                  key={key}
                  dataKey={key}
                  name={translate(`money_back.series.${word}`)}
                  stackId="money"
                  fill={color}
                  isAnimationActive={false}
                />
              ))}
            </BarChart>
          </ResponsiveContainer>
        </Box>
      </Box>
    </Section>
  );
}

function Legend() {
  const translate = useTranslate();
  return (
    <Box
      component="ul"
      sx={{ display: 'flex', gap: 2, margin: 0, padding: 0, listStyle: 'none', fontSize: '0.75rem' }}
    >
      {SERIES.map(([key, word, color]) => (
        <Box
          component="li"
          key={key}
          sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'var(--muted)' }}
        >
          <Box sx={{ width: 8, height: 8, borderRadius: '50%', backgroundColor: color }} />
          {translate(`money_back.series.${word}`)}
        </Box>
      ))}
    </Box>
  );
}
