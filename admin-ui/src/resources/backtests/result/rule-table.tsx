import type { BacktestResultView } from '@coinwarden/contracts';
import { Box, FormControlLabel, Switch } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Count, Money } from '../../../display/amounts';
import { type Column, RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { Tag } from '../../../display/tag';
import { usePercent } from '../backtest-words';
import { goodOf, transactionsOf } from './sums';

/** What fits in no column then is said under the rule. */
const NARROW = 940;

type Rule = BacktestResultView['rules'][number];

/** Every rule of the trial: how often it fires, how well, and what hangs on it alone. */
export function RuleTable({ result }: { result: BacktestResultView }) {
  const [all, setAll] = useState(false);
  const translate = useTranslate();
  const percent = usePercent();
  const label = (key: string) => translate(`backtest.rules.${key}`);
  const sorted = [...result.rules].sort((a, b) => transactionsOf(b.fired) - transactionsOf(a.fired));
  const shown = all ? sorted : sorted.filter(({ fired, failed }) => transactionsOf(fired) + failed > 0);
  const count = (key: string, value: (rule: Rule) => number, foldsBelow?: number): Column<Rule> => ({
    label: label(key),
    numeric: true,
    ...(foldsBelow !== undefined && { foldsBelow }),
    value: (rule) => <Count value={value(rule)} />,
  });
  const columns: Column<Rule>[] = [
    {
      label: label('rule'),
      value: (rule) => (
        <Box sx={{ minWidth: 200 }} title={rule.description}>
          <code>{rule.key}</code>{' '}
          {rule.mode === 'shadow' && <Tag tone="info">{translate('rule_mode.shadow')}</Tag>}
          {rule.failed > 0 && (
            <Tag tone="negative">{translate('backtest.rules.failed', { smart_count: rule.failed })}</Tag>
          )}
        </Box>
      ),
    },
    count('fired', ({ fired }) => transactionsOf(fired)),
    count('fraud', ({ fired }) => fired.fraud.transactions),
    count('good', ({ fired }) => goodOf(fired).transactions),
    { label: label('precision'), numeric: true, value: (rule) => percent(rule.precision) },
    { label: label('recall'), numeric: true, value: (rule) => percent(rule.recall) },
    {
      label: label('value'),
      numeric: true,
      value: ({ fired }) => <Money value={{ amountMinor: fired.fraud.usdMinor, currency: 'USD' }} />,
    },
    count('alone', ({ alone }) => alone, NARROW),
    count('decisive', ({ decisive }) => transactionsOf(decisive), NARROW),
  ];
  return (
    <Section
      flush
      title={label('title')}
      hint={label('hint')}
      action={
        <FormControlLabel
          control={<Switch size="small" checked={all} onChange={(_, on) => setAll(on)} />}
          label={label('all')}
        />
      }
    >
      <RecordTable
        label={label('title')}
        rows={shown}
        rowKey={({ key }) => key}
        empty={label('none')}
        columns={columns}
      />
    </Section>
  );
}
