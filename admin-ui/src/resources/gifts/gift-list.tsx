import type { StaffGift } from '@coinwarden/contracts';
import { GIFT_STATUSES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Coins } from '../../display/amounts';
import { Tag } from '../../display/tag';
import { Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';

const Column = ListTable.Col<StaffGift>;

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('gift.search')} search />
      <ChoiceFilter
        source="status"
        label={translate('resources.gifts.fields.status')}
        choices={GIFT_STATUSES}
        words="catalogue_status"
      />
    </FilterBar>
  );
}

export default function GiftList() {
  return (
    <ListPage emptyKey="gifts" sort={{ field: 'position', order: 'ASC' }} perPage={50} filters={<Filters />}>
      <ListTable<StaffGift> rowClick={false}>
        <Column source="name" disableSort />
        <Column source="id" foldsBelow={400} disableSort />
        <Column source="coins" disableSort align="right" render={(g) => <Coins value={g.coins} />} />
        <Column
          source="status"
          disableSort
          render={(g) => (
            <Tag tone={g.status === 'on_sale' ? 'positive' : 'neutral'} quiet={g.status === 'on_sale'}>
              <Word of="catalogue_status" value={g.status} />
            </Tag>
          )}
        />
      </ListTable>
    </ListPage>
  );
}
