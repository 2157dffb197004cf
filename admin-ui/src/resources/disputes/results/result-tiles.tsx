import type { DisputeReport } from '@coinwarden/contracts';
import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
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
        hint={translate('results.won_of', { won: format.number(won), over: format.number(won + lost) })}
      />
      <Tile
        label={translate('results.disputes')}
        value={format.number(disputes)}
        hint={translate('results.open', { open: format.number(open) })}
      />
      <Tile
        label={translate('results.disputed')}
        value={format.money(usd(total.disputedUsdMinor))}
        hint={translate('results.reference_rates')}
      />
      <Tile
        label={translate('results.lost')}
        value={format.money(usd(total.lostUsdMinor))}
        hint={translate('results.and_fees', { fees: format.money(usd(total.feesUsdMinor)) })}
      />
    </Box>
  );
}

const Tile = ({ label, value, hint }: { label: string; value: string; hint: string }) => (
  <Card component="section" aria-label={label} sx={{ padding: '14px 16px' }}>
    <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
      {label}
    </Typography>
    <Typography
      className="tabular"
      sx={{ fontSize: '1.5rem', fontWeight: 640, letterSpacing: '-0.02em', lineHeight: 1.35 }}
    >
      {value}
    </Typography>
    <Typography variant="caption" sx={{ color: 'var(--muted)', display: 'block' }}>
      {hint}
    </Typography>
  </Card>
);
