import type { BacktestResultView } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Count } from '../../../display/amounts';
import { RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { OutcomeTag } from '../../../display/words';
import { goodOf, transactionsOf } from './sums';

/** Which outcomes become which, and what is known about those transactions. */
export function Changes({ result }: { result: BacktestResultView }) {
  const translate = useTranslate();
  const label = (key: string) => translate(`backtest.changes.${key}`);
  return (
    <Section flush title={label('title')} hint={label('hint')}>
      <RecordTable
        label={label('title')}
        rows={result.changes}
        rowKey={({ from, to }) => `${from}-${to}`}
        empty={label('none')}
        columns={[
          {
            label: label('change'),
            value: ({ from, to }) => (
              <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
                <OutcomeTag value={from} /> → <OutcomeTag value={to} />
              </Box>
            ),
          },
          {
            label: label('all'),
            numeric: true,
            value: ({ labels }) => <Count value={transactionsOf(labels)} />,
          },
          {
            label: translate('backtest.label.fraud'),
            numeric: true,
            value: ({ labels }) => <Count value={labels.fraud.transactions} />,
          },
          {
            label: translate('backtest.label.good'),
            numeric: true,
            value: ({ labels }) => <Count value={goodOf(labels).transactions} />,
          },
        ]}
      />
    </Section>
  );
}
