import type { BacktestResultView } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Count } from '../../../display/amounts';
import { RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { usePercent } from '../backtest-words';
import { transactionsOf } from './sums';

const SHOWN = 25;

/** Rules that fire on the same transactions as rules of the live version: one of two that always agree says nothing. */
export function Overlap({ result }: { result: BacktestResultView }) {
  const translate = useTranslate();
  const percent = usePercent();
  const label = (key: string) => translate(`backtest.overlap.${key}`);
  const fired = new Map(result.rules.map((rule) => [rule.key, transactionsOf(rule.fired)]));
  const rows = result.overlap
    .filter(({ rule, live }) => rule !== live)
    .map((pair) => ({ ...pair, share: pair.both / Math.max(1, fired.get(pair.rule) ?? 0) }))
    .sort((a, b) => b.share - a.share || b.both - a.both)
    .slice(0, SHOWN);
  return (
    <Section flush title={label('title')} hint={label('hint')}>
      <RecordTable
        label={label('title')}
        rows={rows}
        rowKey={({ rule, live }) => `${rule}>${live}`}
        empty={label('none')}
        columns={[
          { label: label('rule'), value: ({ rule }) => <code>{rule}</code> },
          { label: label('live'), value: ({ live }) => <code>{live}</code> },
          { label: label('both'), numeric: true, value: ({ both }) => <Count value={both} /> },
          { label: label('share'), numeric: true, value: ({ share }) => percent(share) },
        ]}
      />
    </Section>
  );
}
