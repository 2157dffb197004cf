import type { StaffPackage } from '@coinwarden/contracts';
import { PACKAGE_STATUSES, PACKAGE_TIERS } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Coins } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { TextLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';

const Column = ListTable.Col<StaffPackage>;
const STATUS_TONES = { draft: 'info', on_sale: 'positive', retired: 'neutral' } as const;

const pricesOf = (id: string) =>
  `/price-points?filter=${encodeURIComponent(JSON.stringify({ packageId: id, current: true }))}`;

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <ChoiceFilter
        source="tier"
        label={translate('resources.packages.fields.tier')}
        choices={PACKAGE_TIERS}
        words="tier"
      />
      <ChoiceFilter
        source="status"
        label={translate('resources.packages.fields.status')}
        choices={PACKAGE_STATUSES}
        words="catalogue_status"
      />
    </FilterBar>
  );
}

export default function PackageList() {
  const translate = useTranslate();
  return (
    <ListPage emptyKey="packages" sort={{ field: 'position', order: 'ASC' }} filters={<Filters />}>
      <ListTable<StaffPackage> rowClick={false}>
        <Column source="name" disableSort />
        <Column
          source="tier"
          foldsBelow={580}
          disableSort
          render={(p) => <Word of="tier" value={p.tier} />}
        />
        <Column source="coins" disableSort align="right" render={(p) => <Coins value={p.coins} />} />
        <Column
          source="bonusCoins"
          foldsBelow={520}
          disableSort
          align="right"
          render={(p) => (p.bonusCoins > 0 ? <Coins value={p.bonusCoins} /> : '–')}
        />
        <Column
          source="status"
          foldsBelow={420}
          disableSort
          render={(p) => (
            <Tag tone={STATUS_TONES[p.status]} quiet={p.status === 'on_sale'}>
              <Word of="catalogue_status" value={p.status} />
            </Tag>
          )}
        />
        <Column
          source="createdAt"
          foldsBelow={700}
          disableSort
          render={(p) => <Instant value={p.createdAt} form="date" />}
        />
        <Column
          label={translate('package.prices')}
          render={(p) => <TextLink to={pricesOf(p.id)}>{translate('package.see_prices')}</TextLink>}
        />
      </ListTable>
    </ListPage>
  );
}
