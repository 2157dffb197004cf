import type { StaffPricePoint } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import type { Column } from '../../display/record-table';
import { TwoLines } from '../../display/two-lines';
import { FromMedian, PriceStateTag, Skus, usePerCoin, usePlaceText, WarningTags } from './price-words';

/** The columns that tables of one package's prices are put together from; what has no room stands under the place. */
export function usePriceColumns() {
  const translate = useTranslate();
  const perCoin = usePerCoin();
  const { regionText } = usePlaceText();
  const label = (field: string) => translate(`resources.price-points.fields.${field}`);
  return {
    place: {
      label: translate('price_point.place'),
      value: (p) => <TwoLines below={regionText(p.region)}>{p.price.currency}</TwoLines>,
    },
    price: {
      label: label('price'),
      numeric: true,
      value: (p) => (
        <TwoLines
          sx={{ whiteSpace: 'nowrap' }}
          below={translate('price_point.per_coin', { price: perCoin(p.pricePerCoin, p.price.currency) })}
        >
          <Money value={p.price} />
        </TwoLines>
      ),
    },
    fromMedian: {
      label: label('fromMedianPercent'),
      foldsBelow: 620,
      value: (p) => (
        <TwoLines
          sx={{ whiteSpace: 'nowrap' }}
          below={
            p.usdPerCoin !== null &&
            translate('price_point.per_coin', { price: perCoin(p.usdPerCoin, 'USD') })
          }
        >
          <FromMedian percent={p.fromMedianPercent} />
        </TwoLines>
      ),
    },
    warnings: {
      label: label('warnings'),
      foldsBelow: 860,
      value: (p) => (p.warnings.length > 0 ? <WarningTags warnings={p.warnings} /> : null),
    },
    skus: {
      label: translate('price_point.skus'),
      foldsBelow: 960,
      value: (p) => (p.skuApple === null && p.skuGoogle === null ? null : <Skus point={p} />),
    },
    state: { label: label('state'), foldsBelow: 520, value: (p) => <PriceStateTag value={p.state} /> },
    from: {
      label: label('validFrom'),
      foldsBelow: 700,
      value: (p) => <Instant value={p.validFrom} form={p.state === 'scheduled' ? 'short' : 'date'} />,
    },
    until: {
      label: label('validUntil'),
      foldsBelow: 1000,
      value: (p) => (p.validUntil === null ? null : <Instant value={p.validUntil} />),
    },
  } satisfies Record<string, Column<StaffPricePoint>>;
}
