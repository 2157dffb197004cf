import type { BacktestResultView } from '@coinwarden/contracts';
import { Box, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../../../display/section';
import { TradeOffCurve } from './trade-off-curve';

/** What other thresholds would have caught and cost: of the scores, and of the numbers in the rules under test. */
export default function TradeOffs({ result }: { result: BacktestResultView }) {
  const translate = useTranslate();
  const curves = [
    ...result.knobs.map(({ ruleKey, expression, curve }, i) => ({
      key: `knob-${i}`,
      name: `${ruleKey}: ${expression} ${curve.comparison} ${curve.current}`,
      curve,
    })),
    { key: 'review', name: translate('backtest.curve.review'), curve: result.thresholds.review },
    { key: 'decline', name: translate('backtest.curve.decline'), curve: result.thresholds.decline },
  ];
  const [chosen, setChosen] = useState(curves[0]!.key);
  const { curve } = curves.find(({ key }) => key === chosen) ?? curves[0]!;
  return (
    <Section
      title={translate('backtest.curve.title')}
      hint={translate('backtest.curve.hint')}
      action={
        <TextField
          select
          size="small"
          label={translate('backtest.curve.of')}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ minWidth: 160, maxWidth: '50%' }}
        >
          {curves.map(({ key, name }) => (
            <MenuItem key={key} value={key}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      }
    >
      <Box>
        <TradeOffCurve curve={curve} />
      </Box>
    </Section>
  );
}
