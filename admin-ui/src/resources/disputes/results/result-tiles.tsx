import type { DisputeReport } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tile } from '../../../display/tile';
import { useFormat } from '../../../i18n/use-format';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

export function ResultTiles({ total }: { total: DisputeReport['total'] }) {
  const translate = useTranslate();
  const format = useFormat();
  const { disputes, open, won, lost, wonPermille } = total;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, minmax(0, 1fr))' },
        gap: 2,
        marginBottom: 2,
      }}
    >
      <Tile
        label={translate('results.win_rate')}
        value={wonPermille === null ? '–' : format.percent(wonPermille / 1_000)}
      >
        {translate('results.won_of', { won: format.number(won), over: format.number(won + lost) })}
      </Tile>
      <Tile label={translate('results.disputes')} value={format.number(disputes)}>
        {translate('results.open', { open: format.number(open) })}
      </Tile>
      <Tile label={translate('results.disputed')} value={format.money(usd(total.disputedUsdMinor))}>
        {translate('results.reference_rates')}
      </Tile>
      <Tile label={translate('results.lost')} value={format.money(usd(total.lostUsdMinor))}>
        {translate('results.and_fees', { fees: format.money(usd(total.feesUsdMinor)) })}
      </Tile>
    </Box>
  );
}
