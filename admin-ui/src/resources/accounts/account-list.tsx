import type { StaffAccount } from '@coinwarden/contracts';
import { ACCOUNT_STATUSES, AGE_BANDS } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { AccountLink } from '../../display/text-link';
import { AccountStatusTag, Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';

const Column = ListTable.Col<StaffAccount>;

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('account.search')} search width={300} />
      <ChoiceFilter
        source="status"
        label={translate('resources.accounts.fields.status')}
        choices={ACCOUNT_STATUSES}
        words="account_status"
      />
      <ChoiceFilter
        source="ageBand"
        label={translate('resources.accounts.fields.ageBand')}
        choices={AGE_BANDS}
        words="age_band"
      />
    </FilterBar>
  );
}

export default function AccountList() {
  const format = useFormat();
  const translate = useTranslate();
  return (
    <ListPage emptyKey="accounts" sort={{ field: 'createdAt', order: 'DESC' }} filters={<Filters />}>
      <ListTable<StaffAccount> rowClick="show">
        <Column source="id" render={(a) => <AccountLink id={a.id} />} />
        <Column source="displayName" foldsBelow={380} disableSort render={(a) => a.displayName ?? '–'} />
        <Column source="email" foldsBelow={720} disableSort render={(a) => a.email ?? '–'} />
        <Column source="country" foldsBelow={960} disableSort render={(a) => format.country(a.country)} />
        <Column
          source="ageBand"
          foldsBelow={1040}
          disableSort
          render={(a) => <Word of="age_band" value={a.ageBand} />}
        />
        <Column
          source="creator"
          foldsBelow={460}
          disableSort
          render={(a) => a.creator && <Tag tone="accent">{translate('account.creator')}</Tag>}
        />
        <Column source="status" disableSort render={(a) => <AccountStatusTag value={a.status} />} />
        <Column
          source="createdAt"
          foldsBelow={860}
          render={(a) => <Instant value={a.createdAt} form="date" />}
        />
      </ListTable>
    </ListPage>
  );
}
