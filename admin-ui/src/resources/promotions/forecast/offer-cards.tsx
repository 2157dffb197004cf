import type { PromotionPreviewOffer } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type MoneyValue, useFormat } from '../../../i18n/use-format';
import { usePerCoin } from '../../price-points/price-words';

/** The shop as a buyer sees it, a card for each package. */
export const OfferCards = ({ offers }: { offers: readonly PromotionPreviewOffer[] }) => (
  <Box
    component="ul"
    sx={{
      display: 'grid',
      gap: 1,
      margin: 0,
      padding: 0,
      listStyle: 'none',
      gridTemplateColumns: 'repeat(auto-fill, minmax(148px, 1fr))',
    }}
  >
    {offers.map((offer) => (
      <OfferCard key={offer.packageId} offer={offer} />
    ))}
  </Box>
);

const isSame = (a: MoneyValue, b: MoneyValue) => a.amountMinor === b.amountMinor && a.currency === b.currency;

function OfferCard({ offer }: { offer: PromotionPreviewOffer }) {
  const translate = useTranslate();
  const format = useFormat();
  const perCoin = usePerCoin();
  const { promoted, coins, price } = offer;
  const now = promoted ?? offer;
  const more = now.bonusCoins - offer.bonusCoins;
  return (
    <Box
      component="li"
      aria-label={offer.name}
      sx={{
        padding: '10px 12px',
        border: '1px solid',
        borderColor: promoted ? 'var(--accent)' : 'var(--border)',
        borderRadius: '8px',
        backgroundColor: 'var(--surface)',
        fontSize: '0.75rem',
        color: promoted ? 'var(--text)' : 'var(--muted)',
      }}
    >
      <Box sx={{ fontWeight: 550, fontSize: '0.8125rem' }}>{offer.name}</Box>
      <div>{translate('amount.coins', { smart_count: coins, amount: format.number(coins) })}</div>
      {now.bonusCoins > 0 && (
        <Box sx={{ color: more > 0 ? 'var(--positive)' : 'inherit', fontWeight: more > 0 ? 600 : 400 }}>
          {translate('promotion.preview.bonus', { bonus: format.number(now.bonusCoins) })}
        </Box>
      )}
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 0.75, marginTop: 0.5 }}
      >
        {!isSame(now.price, price) && <Before text={format.money(price)} />}
        <Typography component="span" sx={{ fontWeight: 640, fontSize: '0.9375rem' }}>
          {format.money(now.price)}
        </Typography>
      </Box>
      <Box sx={{ color: 'var(--muted)' }}>
        {promoted && promoted.pricePerCoin !== offer.pricePerCoin && (
          <Before text={perCoin(offer.pricePerCoin, price.currency)} />
        )}{' '}
        {translate('price_point.per_coin', { price: perCoin(now.pricePerCoin, now.price.currency) })}
      </Box>
      <Box sx={{ color: 'var(--muted)' }}>
        {promoted
          ? translate('promotion.preview.costs', { coins: format.number(promoted.costCoins) })
          : translate('promotion.preview.not_for')}
      </Box>
    </Box>
  );
}

/** What it was, struck through, and said as such to whoever cannot see that. */
function Before({ text }: { text: string }) {
  const translate = useTranslate();
  return (
    <Box component="del" sx={{ color: 'var(--muted)' }}>
      <span className="visually-hidden">{translate('promotion.preview.before')} </span>
      {text}
    </Box>
  );
}
