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
    price: { label: label('price'), numeric: true, value: (p) => <Money value={p.price} /> },
    perCoin: {
      label: label('pricePerCoin'),
      numeric: true,
      foldsBelow: 640,
      value: (p) => perCoin(p.pricePerCoin, p.price.currency),
    },
    usd: {
      label: label('usdPerCoin'),
      numeric: true,
      foldsBelow: 560,
      value: (p) => (p.usdPerCoin === null ? '–' : perCoin(p.usdPerCoin, 'USD')),
    },
    fromMedian: {
      label: label('fromMedianPercent'),
      foldsBelow: 760,
      value: (p) => <FromMedian percent={p.fromMedianPercent} />,
    },
    warnings: {
      label: label('warnings'),
      foldsBelow: 860,
      value: (p) => (p.warnings.length > 0 ? <WarningTags warnings={p.warnings} /> : '–'),
    },
    skus: { label: translate('price_point.skus'), foldsBelow: 980, value: (p) => <Skus point={p} /> },
    state: { label: label('state'), foldsBelow: 520, value: (p) => <PriceStateTag value={p.state} /> },
    from: { label: label('validFrom'), foldsBelow: 700, value: (p) => <Instant value={p.validFrom} /> },
    until: { label: label('validUntil'), foldsBelow: 900, value: (p) => <Instant value={p.validUntil} /> },
  } satisfies Record<string, Column<StaffPricePoint>>;
}
