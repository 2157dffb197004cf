import type { BacktestComparisonView, BacktestFiguresView, StaffBacktest } from '@coinwarden/contracts';
import { Alert, Box, FormControlLabel, Switch } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useGetMany, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';
import { readJson } from '../../providers/http';
import { usePercent } from './backtest-words';
import { transactionsOf } from './result/sums';

const SHARES: readonly string[] = ['precision', 'recall'];
const MONEY: readonly string[] = ['caughtUsdMinor', 'mistakenUsdMinor'];
type Rule = BacktestComparisonView['rules'][number];

/** Two results side by side: the figures, and every rule in both. */
export default function BacktestCompare() {
  const [query] = useSearchParams();
  const translate = useTranslate();
  const first = query.get('first') ?? '';
  const second = query.get('second') ?? '';
  const records = useGetMany<StaffBacktest>('backtests', { ids: [first, second] });
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['backtests', 'compare', first, second],
    queryFn: ({ signal }) =>
      readJson<BacktestComparisonView>(`backtests/compare?${new URLSearchParams({ first, second })}`, signal),
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  const nameOf = (id: string) => records.data?.find((one) => one?.id === id)?.name ?? id;
  const names = [nameOf(first), nameOf(second)] as const;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Title title={translate('backtest.comparison.title')} />
      <Box sx={{ display: 'flex', gap: 2, fontSize: '0.875rem' }}>
        <TextLink to={`/backtests/${first}/show`}>{`A: ${names[0]}`}</TextLink>
        <TextLink to={`/backtests/${second}/show`}>{`B: ${names[1]}`}</TextLink>
      </Box>
      {!data.sameSlice && <Alert severity="warning">{translate('backtest.comparison.other_slice')}</Alert>}
      <Figures comparison={data} />
      <Rules rules={data.rules} />
    </Box>
  );
}

function Figures({ comparison }: { comparison: BacktestComparisonView }) {
  const translate = useTranslate();
  const format = useFormat();
  const percent = usePercent();
  const keys = Object.keys(comparison.first) as (keyof BacktestFiguresView)[];
  const differenceOf = (key: keyof BacktestFiguresView): string => {
    const [before, after] = [comparison.first[key], comparison.second[key]];
    if (before === null || after === null) return '–';
    const change = after - before;
    if (change === 0) return '=';
    const sign = change > 0 ? '+' : '−';
    const size = Math.abs(change);
    if (!SHARES.includes(key)) return `${sign}${text(key, size)}`;
    const points = format.decimal(size * 100);
    return translate('backtest.comparison.points', { points: `${sign}${points}` });
  };
  const text = (key: string, value: number | null) =>
    SHARES.includes(key)
      ? percent(value)
      : MONEY.includes(key)
        ? format.money({ amountMinor: value ?? 0, currency: 'USD' })
        : format.number(value ?? 0);
  const title = translate('backtest.comparison.figures');
  return (
    <Section flush title={title}>
      <RecordTable
        label={title}
        rows={keys}
        rowKey={(key) => key}
        empty=""
        columns={[
          {
            label: translate('backtest.comparison.figure'),
            value: (key) => translate(`backtest.figure.${key}`),
          },
          { label: 'A', numeric: true, value: (key) => text(key, comparison.first[key]) },
          { label: 'B', numeric: true, value: (key) => text(key, comparison.second[key]) },
          { label: translate('backtest.comparison.difference'), numeric: true, value: differenceOf },
        ]}
      />
    </Section>
  );
}

const differs = ({ first, second }: Rule): boolean =>
  first === null ||
  second === null ||
  first.precision !== second.precision ||
  transactionsOf(first.fired) !== transactionsOf(second.fired);

function Rules({ rules }: { rules: readonly Rule[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const percent = usePercent();
  const [all, setAll] = useState(false);
  const shown = all ? rules : rules.filter(differs);
  const title = translate('backtest.comparison.rules');
  const fired = (rule: Rule['first']) => (rule === null ? '–' : format.number(transactionsOf(rule.fired)));
  const precision = (rule: Rule['first']) => percent(rule?.precision ?? null);
  const label = (key: string, side: string) => `${translate(`backtest.rules.${key}`)} ${side}`;
  return (
    <Section
      flush
      title={title}
      hint={translate('backtest.comparison.rules_hint')}
      action={
        <FormControlLabel
          control={<Switch size="small" checked={all} onChange={(_, on) => setAll(on)} />}
          label={translate('backtest.rules.all')}
        />
      }
    >
      <RecordTable
        label={title}
        rows={shown}
        rowKey={({ key }) => key}
        empty={translate('backtest.comparison.same')}
        columns={[
          { label: translate('backtest.rules.rule'), value: ({ key }) => <code>{key}</code> },
          { label: label('fired', 'A'), numeric: true, value: ({ first }) => fired(first) },
          { label: label('fired', 'B'), numeric: true, value: ({ second }) => fired(second) },
          { label: label('precision', 'A'), numeric: true, value: ({ first }) => precision(first) },
          { label: label('precision', 'B'), numeric: true, value: ({ second }) => precision(second) },
        ]}
      />
    </Section>
  );
}
