import type { ThresholdCurveView } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { Count, Money } from '../../../display/amounts';
import { AXIS, CHART_HEIGHT, TOOLTIP } from '../../../display/chart-style';
import { RecordTable } from '../../../display/record-table';
import { useFormat } from '../../../i18n/use-format';
import { usePercent } from '../backtest-words';

/** Fraud caught against good transactions stopped, one point per threshold; below it those worth a look, in numbers. */
export function TradeOffCurve({ curve }: { curve: ThresholdCurveView }) {
  const translate = useTranslate();
  const format = useFormat();
  const percent = usePercent();
  const label = (key: string) => translate(`backtest.curve.${key}`);
  const { points, current, suggestions, comparison } = curve;
  const rows = points.map((point) => ({
    ...point,
    stopped: point.good.transactions,
    caught: point.recall ?? 0,
  }));
  const at = (threshold: number) => rows.find((row) => row.threshold === threshold);
  const named = [
    { reason: 'current', threshold: current },
    ...suggestions.map(({ reason, threshold }) => ({ reason: `suggested_${reason}`, threshold })),
  ].flatMap((one) => {
    const row = at(one.threshold);
    return row ? [{ ...one, row }] : [];
  });
  if (points.length < 2)
    return (
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {label('none')}
      </Typography>
    );
  return (
    <>
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <LineChart data={rows} margin={{ top: 8, right: 12, bottom: 4, left: -4 }} accessibilityLayer>
          <CartesianGrid stroke="var(--border)" />
          <XAxis dataKey="stopped" type="number" tickFormatter={format.compact} {...AXIS} />
          <YAxis
            domain={[0, 1]}
            tickFormatter={(value) => percent(Number(value))}
            axisLine={false}
            {...AXIS}
          />
          <Tooltip
            {...TOOLTIP}
            labelFormatter={(_, payload) =>
              `${comparison} ${payload[0]?.payload.threshold} · ${label('stopped')}: ${payload[0]?.payload.stopped}`
            }
            formatter={(value) => percent(Number(value))}
          />
          <Line
            dataKey="caught"
            name={label('recall')}
            stroke="var(--series-held)"
            strokeWidth={2}
            dot={points.length <= 40 ? { r: 2.5 } : false}
            isAnimationActive={false}
          />
          {named.map(({ reason, row }) => (
            <ReferenceDot
              key={reason}
              x={row.stopped}
              y={row.caught}
              r={5}
              fill={reason === 'current' ? 'var(--text)' : 'var(--series-approve)'}
              stroke="var(--surface)"
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
      <Typography variant="caption" sx={{ color: 'var(--muted)', display: 'block', textAlign: 'center' }}>
        {label('axis')}
      </Typography>
      <Box sx={{ overflowX: 'auto', marginTop: 1 }}>
        <RecordTable
          label={label('title')}
          rows={named}
          rowKey={({ reason }) => reason}
          empty={label('none')}
          columns={[
            { label: label('point'), value: ({ reason }) => label(reason) },
            {
              label: label('threshold'),
              numeric: true,
              value: ({ threshold }) => `${comparison} ${threshold}`,
            },
            { label: label('recall'), numeric: true, value: ({ row }) => percent(row.recall) },
            { label: label('precision'), numeric: true, value: ({ row }) => percent(row.precision) },
            { label: label('stopped'), numeric: true, value: ({ row }) => <Count value={row.stopped} /> },
            {
              label: label('caught_value'),
              numeric: true,
              value: ({ row }) => <Money value={{ amountMinor: row.fraud.usdMinor, currency: 'USD' }} />,
            },
            {
              label: label('stopped_value'),
              numeric: true,
              value: ({ row }) => <Money value={{ amountMinor: row.good.usdMinor, currency: 'USD' }} />,
            },
          ]}
        />
      </Box>
    </>
  );
}
