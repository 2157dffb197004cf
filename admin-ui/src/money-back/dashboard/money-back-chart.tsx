import type { MoneyBackReport } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ChartLegend } from '../../display/chart-legend';
import { CHART_HEIGHT } from '../../display/chart-style';
import { DayChart } from '../../display/day-chart';
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
  const series = SERIES.map(([key, word, color]) => ({
    key,
    name: translate(`money_back.series.${word}`),
    color,
  }));
  return (
    <Section
      title={translate('money_back.by_day')}
      hint={translate('money_back.by_day_hint')}
      action={<ChartLegend items={series} />}
    >
      {/* As high as the pane beside it. */}
      <Box sx={{ position: 'relative', height: '100%', minHeight: CHART_HEIGHT }}>
        <Box sx={{ position: 'absolute', inset: 0 }}>
          <DayChart
            rows={report.series}
            series={series}
            height="100%"
            margin={{ left: -4 }}
            formatTick={(cents) => format.compact(cents / CENTS)}
            formatValue={(cents) => format.money({ amountMinor: cents, currency: 'USD' })}
          />
        </Box>
      </Box>
    </Section>
  );
}
