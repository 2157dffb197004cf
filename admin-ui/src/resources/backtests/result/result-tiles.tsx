import type { BacktestResultView } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tile } from '../../../display/tile';
import { useFormat } from '../../../i18n/use-format';
import { usePercent } from '../backtest-words';
import { goodOf, transactionsOf } from './sums';

/** What would have been stopped: how much of it fraud, how much of the fraud, and what it would have cost. */
export function ResultTiles({ result }: { result: BacktestResultView }) {
  const translate = useTranslate();
  const format = useFormat();
  const percent = usePercent();
  const { before, after } = result.quality;
  const dollars = (amountMinor: number) => format.money({ amountMinor, currency: 'USD' });
  const worth = ({ usdMinor, coins }: { usdMinor: number; coins: number }) =>
    translate('backtest.tile.worth', { money: dollars(usdMinor), coins: format.number(coins) });
  const mistaken = goodOf(after.caught);
  const changed = result.changes.reduce((sum, { labels }) => sum + transactionsOf(labels), 0);
  const was = (value: string) => translate('backtest.tile.was', { value });
  const tile = (key: string, value: string, more: string) => (
    <Tile key={key} label={translate(`backtest.tile.${key}`)} value={value}>
      {more}
    </Tile>
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}>
      {tile(
        'evaluated',
        format.number(result.evaluated),
        translate('backtest.tile.refused', { count: format.number(result.refusedBefore) }),
      )}
      {tile('changed', format.number(changed), percent(result.evaluated ? changed / result.evaluated : null))}
      {tile('precision', percent(after.precision), was(percent(before.precision)))}
      {tile('recall', percent(after.recall), was(percent(before.recall)))}
      {tile('caught', format.number(after.caught.fraud.transactions), worth(after.caught.fraud))}
      {tile('mistaken', format.number(mistaken.transactions), worth(mistaken))}
      {tile(
        'fidelity',
        percent(result.fidelity.compared ? result.fidelity.same / result.fidelity.compared : null),
        translate('backtest.tile.compared', { count: format.number(result.fidelity.compared) }),
      )}
    </Box>
  );
}
