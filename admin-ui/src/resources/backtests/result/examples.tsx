import type { BacktestResultView } from '@coinwarden/contracts';
import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Coins, Money } from '../../../display/amounts';
import { Instant } from '../../../display/instant';
import { RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { TransactionLink } from '../../../display/text-link';
import { OutcomeTag } from '../../../display/words';
import { LabelTag } from '../backtest-words';

const WAYS = ['caught', 'released'] as const;
type Way = (typeof WAYS)[number];
const GRAVITY = { approve: 0, review: 1, decline: 2 } as const;

/** A fair choice of transactions that would have ended otherwise, to be looked at one by one. */
export function Examples({ result }: { result: BacktestResultView }) {
  const [way, setWay] = useState<Way>('caught');
  const translate = useTranslate();
  const label = (key: string) => translate(`backtest.examples.${key}`);
  const rows = result.examples.filter(
    ({ before, after }) => GRAVITY[after] > GRAVITY[before] === (way === 'caught'),
  );
  return (
    <Section
      flush
      title={label('title')}
      hint={label('hint')}
      action={
        <ToggleButtonGroup
          size="small"
          exclusive
          value={way}
          onChange={(_, next: Way | null) => next && setWay(next)}
          aria-label={label('title')}
        >
          {WAYS.map((key) => (
            <ToggleButton key={key} value={key}>
              {label(key)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <RecordTable
        label={label('title')}
        rows={rows}
        rowKey={({ transactionId }) => transactionId}
        empty={label('none')}
        columns={[
          {
            label: label('transaction'),
            value: (one) => (
              <TransactionLink id={one.transactionId}>{translate(`kind.${one.kind}`)}</TransactionLink>
            ),
          },
          { label: label('at'), value: ({ at }) => <Instant value={at} /> },
          {
            label: label('worth'),
            numeric: true,
            value: ({ usdMinor, coins }) =>
              usdMinor > 0 ? (
                <Money value={{ amountMinor: usdMinor, currency: 'USD' }} />
              ) : (
                <Coins value={coins} />
              ),
          },
          {
            label: label('change'),
            value: ({ before, after }) => (
              <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
                <OutcomeTag value={before} /> → <OutcomeTag value={after} />
              </Box>
            ),
          },
          { label: label('score'), numeric: true, value: ({ score }) => score },
          { label: label('label'), value: (one) => <LabelTag value={one.label} /> },
          { label: label('rules'), value: ({ rules }) => <code>{rules.join(', ')}</code> },
        ]}
      />
    </Section>
  );
}
