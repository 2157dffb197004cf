import type { RuleHealthDetail } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { TextLink } from '../../display/text-link';
import { TradeOffCurve } from '../backtests/result/trade-off-curve';

/** The rule's numbers at every threshold, from the latest backtest that tried them. */
export default function Curves({ curves }: { curves: NonNullable<RuleHealthDetail['curves']> }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <TextLink to={`/backtests/${curves.backtestId}/show`}>
        {translate('rule_health.from_backtest')}
      </TextLink>
      {curves.knobs.map(({ expression, start, curve }) => (
        <div key={start}>
          <Typography variant="body2" component="h3">
            <code>{`${expression} ${curve.comparison} ${curve.current}`}</code>
          </Typography>
          <TradeOffCurve curve={curve} />
        </div>
      ))}
    </Box>
  );
}
