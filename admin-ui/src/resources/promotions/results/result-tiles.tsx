import type { PromotionResults } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tile } from '../../../display/tile';
import { useFormat } from '../../../i18n/use-format';

/** Take-up, cost, abuse, and what of the bonus left as cash. */
export function ResultTiles({ results: r }: { results: PromotionResults }) {
  const translate = useTranslate();
  const format = useFormat();
  const percent = (value: number | null) => (value === null ? '–' : format.percent(value / 100));
  const tile = (key: string, value: string, values: Record<string, string>) => (
    <Tile key={key} label={translate(`promotion.results.tile.${key}`)} value={value}>
      {translate(`promotion.results.below.${key}`, values)}
    </Tile>
  );
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(136px, 1fr))' }}>
      {tile('take_up', percent(r.takeUpPercent), {
        accounts: format.number(r.accounts),
        audience: format.number(r.audience),
      })}
      {tile('uses', format.number(r.uses), { returned: format.number(r.returned) })}
      {tile('cost', format.number(r.costCoins), { bonus: format.number(r.bonusCoins) })}
      {tile('abuse', percent(r.abuse.percent), {
        uses: format.number(r.abuse.uses),
        coins: format.number(r.abuse.costCoins),
      })}
      {tile('withdrawn', format.number(r.bonusWithdrawn), {
        gifted: format.number(r.bonusGifted),
        money: format.money({ amountMinor: r.withdrawnUsdMinor, currency: 'USD' }),
      })}
    </Box>
  );
}
