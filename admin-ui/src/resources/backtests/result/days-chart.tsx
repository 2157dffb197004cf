import type { BacktestResultView } from '@coinwarden/contracts';
import { OUTCOMES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Line } from 'recharts';
import { OutcomesLegend } from '../../../dashboard/outcomes-legend';
import { DayChart } from '../../../display/day-chart';
import { Section } from '../../../display/section';

/** What the trial would have done on each day; the line is what was stopped before. */
export default function DaysChart({ result }: { result: BacktestResultView }) {
  const translate = useTranslate();
  const rows = result.days.map(({ at, before, after }) => ({
    at,
    ...after,
    stopped: before.review + before.decline,
  }));
  const series = [...OUTCOMES].reverse().map((outcome) => ({
    key: outcome,
    name: translate(`outcome.${outcome}`),
    color: `var(--series-${outcome})`,
  }));
  return (
    <Section
      title={translate('backtest.by_day')}
      hint={translate('backtest.by_day_hint')}
      action={<OutcomesLegend />}
    >
      <DayChart rows={rows} series={series}>
        <Line
          dataKey="stopped"
          name={translate('backtest.stopped_before')}
          stroke="var(--text)"
          strokeWidth={1.5}
          dot={false}
          isAnimationActive={false}
        />
      </DayChart>
    </Section>
  );
}
