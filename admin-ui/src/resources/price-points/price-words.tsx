import type { StaffPricePoint } from '@coinwarden/contracts';
import { ARBITRAGE_PERCENT, EVERYWHERE, type PriceWarning } from '@coinwarden/domain';
import { Box, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';
import { useFormat } from '../../i18n/use-format';

const STATE_TONES: Record<StaffPricePoint['state'], Tone> = {
  current: 'positive',
  scheduled: 'info',
  covered: 'neutral',
  past: 'neutral',
};

export function PriceStateTag({ value }: { value: StaffPricePoint['state'] }) {
  const translate = useTranslate();
  return (
    <Tag tone={STATE_TONES[value]} quiet={value === 'current' || value === 'past'}>
      {translate(`price_point.state.${value}`)}
    </Tag>
  );
}

/** `EUR · Germany`: where a price holds. */
export function usePlaceText() {
  const translate = useTranslate();
  const format = useFormat();
  const regionText = (region: string) =>
    region === EVERYWHERE ? translate('price_point.everywhere') : format.country(region);
  return {
    regionText,
    placeText: (currency: string, region: string) => `${currency} · ${regionText(region)}`,
  };
}

/** What one coin costs, in more digits than money has. */
export function usePerCoin() {
  const { locale } = useFormat();
  return (price: string | number, currency: string) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumSignificantDigits: 4,
      maximumSignificantDigits: 4,
    }).format(Number(price));
}

const WARNING_TONES: Record<PriceWarning, Tone> = {
  below_payout: 'negative',
  arbitrage: 'caution',
  dearer_than_smaller: 'caution',
};

/** What is unusual about a price; what that means is told in full where there is room. */
export function WarningTags({ warnings }: { warnings: readonly PriceWarning[] }) {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {warnings.map((warning) => (
        <Tooltip key={warning} title={translate(`price_point.warning_meaning.${warning}`)}>
          <span>
            <Tag tone={WARNING_TONES[warning]}>{translate(`price_point.warning.${warning}`)}</Tag>
          </span>
        </Tooltip>
      ))}
    </Box>
  );
}

/** The warnings there are, each with what it means. */
export function WarningMeanings({ warnings }: { warnings: readonly PriceWarning[] }) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 0.75 }}>
      {[...new Set(warnings)].map((warning) => (
        <Box component="li" key={warning} sx={{ fontSize: '0.8125rem' }}>
          <Tag tone={WARNING_TONES[warning]}>{translate(`price_point.warning.${warning}`)}</Tag>{' '}
          {translate(`price_point.warning_meaning.${warning}`)}
        </Box>
      ))}
    </Box>
  );
}

const BAR_WIDTH = 64;
/** Where the bar ends; the number beside it goes on. */
const BAR_PERCENT = 60;

/** How far from the median: a bar to the left where it is cheaper, to the right where it is dearer, and the number. */
export function FromMedian({ percent }: { percent: number | null }) {
  const format = useFormat();
  if (percent === null) return <>–</>;
  const share = Math.min(Math.abs(percent) / BAR_PERCENT, 1) / 2;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      <Box
        component="span"
        aria-hidden
        sx={{
          position: 'relative',
          width: BAR_WIDTH,
          height: 10,
          flexShrink: 0,
          borderRadius: '3px',
          backgroundColor: 'var(--neutral-soft)',
          overflow: 'hidden',
        }}
      >
        <Box
          component="span"
          sx={{
            position: 'absolute',
            insetBlock: 0,
            insetInlineStart: `${50 - (percent < 0 ? share * 100 : 0)}%`,
            width: `${share * 100}%`,
            backgroundColor: percent <= -ARBITRAGE_PERCENT ? 'var(--series-review)' : 'var(--series-held)',
          }}
        />
        <Box
          component="span"
          sx={{
            position: 'absolute',
            insetBlock: 0,
            insetInlineStart: 'calc(50% - 0.5px)',
            width: '1px',
            backgroundColor: 'var(--border-strong)',
          }}
        />
      </Box>
      <Box component="span" className="tabular" sx={{ whiteSpace: 'nowrap' }}>
        {format.signedPercent(percent / 100)}
      </Box>
    </Box>
  );
}

/** The names a price goes by in the app stores. */
export function Skus({ point: { skuApple, skuGoogle } }: { point: StaffPricePoint }) {
  const named = [
    ['Apple', skuApple],
    ['Google', skuGoogle],
  ].filter(([, sku]) => sku !== null);
  if (named.length === 0) return <>–</>;
  return (
    <Box
      component="span"
      sx={{ display: 'grid', minWidth: 170, fontSize: '0.75rem', overflowWrap: 'anywhere' }}
    >
      {named.map(([store, sku]) => (
        <span key={store}>
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            {store}
          </Box>{' '}
          {sku}
        </span>
      ))}
    </Box>
  );
}
