import type { DashboardReport } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Since } from '../display/since';
import { TextLink } from '../display/text-link';
import { Tile } from '../display/tile';
import { useFormat } from '../i18n/use-format';
import { useMay } from '../providers/use-may';
import { revenueOf } from './revenue';

const SHOWN_CURRENCIES = 3;

/** The figures that say whether today is an ordinary day. */
export function Tiles({ report }: { report: DashboardReport }) {
  const translate = useTranslate();
  const format = useFormat();
  const mayReview = useMay('transaction.review');
  const { totals, held } = report;
  const share = (count: number) =>
    totals.transactions === 0 ? '–' : format.percent(count / totals.transactions);
  const revenue = revenueOf(totals.money);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, minmax(0, 1fr))' },
        gap: 2,
        marginBottom: 2,
      }}
    >
      <Tile label={translate('dashboard.decided')} value={format.number(totals.transactions)}>
        {translate('dashboard.approved_share', { share: share(totals.outcomes.approve) })}
      </Tile>
      <Tile label={translate('dashboard.declined')} value={format.number(totals.outcomes.decline)}>
        {translate('dashboard.declined_share', {
          share: share(totals.outcomes.decline),
          review: format.number(totals.outcomes.review),
        })}
      </Tile>
      <Tile
        label={translate('dashboard.revenue')}
        value={`${revenue.exact || totals.money.length === 0 ? '' : '≈\u00a0'}${format.money(revenue.total)}`}
      >
        {revenue.exact || totals.money.length === 0
          ? translate('dashboard.coins_moved', { coins: format.compact(totals.coins) })
          : revenue.byWorth.slice(0, SHOWN_CURRENCIES).map(format.money).join(' · ')}
      </Tile>
      <Tile
        label={translate('dashboard.held')}
        value={format.number(held.transactions)}
        action={
          mayReview &&
          held.transactions > 0 && <TextLink to="/review">{translate('dashboard.open_queue')}</TextLink>
        }
      >
        {translate('dashboard.held_value', { coins: format.number(held.coins) })}
        {held.oldestAt && (
          <>
            {' · '}
            {translate('dashboard.oldest')} <Since value={held.oldestAt} />
          </>
        )}
      </Tile>
    </Box>
  );
}
