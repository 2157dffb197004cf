import type { StaffPricePoint } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { useFormat } from '../../i18n/use-format';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { ToggleFilter } from '../../list/toggle-filter';

const Column = ListTable.Col<StaffPricePoint>;
const EVERYWHERE = '*';

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.price-points.fields.${field}`);
  return (
    <FilterBar>
      <TextFilter source="packageId" label={label('packageId')} />
      <TextFilter source="currency" label={label('currency')} width={110} />
      <ToggleFilter source="current" label={translate('price_point.only_current')} />
    </FilterBar>
  );
}

export default function PricePointList() {
  const format = useFormat();
  const translate = useTranslate();
  const perCoin = (point: StaffPricePoint) =>
    new Intl.NumberFormat(format.locale, {
      style: 'currency',
      currency: point.price.currency,
      maximumFractionDigits: 5,
    }).format(Number(point.pricePerCoin));
  return (
    <ListPage
      emptyKey="price-points"
      sort={{ field: 'position', order: 'ASC' }}
      perPage={50}
      filters={<Filters />}
    >
      <ListTable<StaffPricePoint> rowClick={false}>
        <Column source="packageId" disableSort />
        <Column
          source="region"
          foldsBelow={400}
          disableSort
          render={(p) =>
            p.region === EVERYWHERE ? translate('price_point.everywhere') : format.country(p.region)
          }
        />
        <Column source="price" disableSort align="right" render={(p) => <Money value={p.price} />} />
        <Column source="pricePerCoin" foldsBelow={500} disableSort align="right" render={perCoin} />
        <Column source="version" foldsBelow={700} disableSort align="right" />
        <Column
          source="current"
          foldsBelow={380}
          disableSort
          render={(p) =>
            p.current && (
              <Tag tone="positive" quiet>
                {translate('price_point.current')}
              </Tag>
            )
          }
        />
        <Column
          source="validFrom"
          foldsBelow={600}
          disableSort
          render={(p) => <Instant value={p.validFrom} form="date" />}
        />
        <Column
          source="validUntil"
          foldsBelow={640}
          disableSort
          render={(p) => <Instant value={p.validUntil} form="date" />}
        />
        <Column source="skuApple" foldsBelow={880} disableSort render={(p) => p.skuApple ?? '–'} />
        <Column source="skuGoogle" foldsBelow={980} disableSort render={(p) => p.skuGoogle ?? '–'} />
      </ListTable>
    </ListPage>
  );
}
