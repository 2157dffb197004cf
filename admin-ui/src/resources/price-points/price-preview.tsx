import type { StaffPricePoint } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { useFormat } from '../../i18n/use-format';
import type { ComparedDraft } from './compare-draft';
import { FromMedian, usePerCoin, WarningMeanings } from './price-words';

const MICROS = 1_000_000;

interface PricePreviewProps {
  /** What the package costs there now. */
  current: StaffPricePoint | null;
  /** Null while no amount is typed. */
  compared: ComparedDraft | null;
  amountMinor: number | null;
  currency: string;
}

/** What a price comes to while it is typed: per coin, beside other places, and what is unusual about it. */
export function PricePreview({ current, compared, amountMinor, currency }: PricePreviewProps) {
  const translate = useTranslate();
  const format = useFormat();
  const perCoin = usePerCoin();
  const fact = (key: string, value: Fact[1]): Fact => [translate(`price_point.preview.${key}`), value];
  const change = current && amountMinor !== null ? amountMinor / current.price.amountMinor - 1 : null;
  return (
    <Box
      component="section"
      aria-label={translate('price_point.preview.title')}
      sx={{
        backgroundColor: 'var(--sunken)',
        borderRadius: '8px',
        padding: 1.5,
        display: 'grid',
        gap: 1.5,
        alignContent: 'start',
        alignSelf: 'start',
      }}
    >
      <Facts
        items={[
          fact('now', current ? format.money(current.price) : translate('price_point.preview.none')),
          fact('then', amountMinor === null ? null : format.money({ amountMinor, currency })),
          fact('change', change === null ? null : format.signedPercent(change)),
          fact('per_coin', compared && perCoin(compared.pricePerCoin, currency)),
          fact(
            'usd_per_coin',
            compared && compared.usdMicrosPerCoin !== null
              ? perCoin(compared.usdMicrosPerCoin / MICROS, 'USD')
              : null,
          ),
          fact('from_median', <FromMedian key="median" percent={compared?.fromMedianPercent ?? null} />),
        ]}
      />
      <div aria-live="polite">{compared && <WarningMeanings warnings={compared.warnings} />}</div>
    </Box>
  );
}
