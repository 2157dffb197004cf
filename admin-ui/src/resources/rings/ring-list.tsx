import type { StaffRing } from '@coinwarden/contracts';
import { FINDING_KINDS, RING_STATUSES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { Coins, Count } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { AccountLink, TextLink } from '../../display/text-link';
import { ChoiceFilter } from '../../list/choice-filter';
import { DayFilter } from '../../list/day-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { FindingKinds, RingStatusTag, ScoreTag } from './ring-words';

const Column = ListTable.Col<StaffRing>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.rings.fields.${field}`);
  return (
    <FilterBar>
      <ChoiceFilter source="status" label={label('status')} choices={RING_STATUSES} words="ring_status" />
      <ChoiceFilter source="kind" label={label('kinds')} choices={FINDING_KINDS} words="finding_kind" />
      <TextFilter source="accountId" label={label('accountId')} />
      <DayFilter source="from" label={translate('list.from')} edge="start" />
      <DayFilter source="to" label={translate('list.to')} edge="end" />
    </FilterBar>
  );
}

/** Groups of accounts that pass value to each other, the gravest first. */
export default function RingList() {
  return (
    <ListPage
      emptyKey="rings"
      sort={{ field: 'score', order: 'DESC' }}
      filterDefaultValues={{ status: 'open' }}
      filters={<Filters />}
    >
      <ListTable<StaffRing> rowClick="show">
        <Column
          source="score"
          render={(r) => (
            <TextLink to={`/rings/${r.id}/show`}>
              <ScoreTag value={r.score} />
            </TextLink>
          )}
        />
        <Column source="kinds" disableSort render={(r) => <FindingKinds kinds={r.kinds} />} />
        <Column
          source="centerId"
          foldsBelow={400}
          disableSort
          render={(r) => <AccountLink id={r.centerId} />}
        />
        <Column
          source="members"
          foldsBelow={620}
          disableSort
          align="right"
          render={(r) => <Count value={r.members} />}
        />
        <Column
          source="coins"
          foldsBelow={540}
          disableSort
          align="right"
          render={(r) => <Coins value={r.coins} />}
        />
        <Column source="lastAt" foldsBelow={780} render={(r) => <Instant value={r.lastAt} />} />
        <Column
          source="status"
          foldsBelow={440}
          disableSort
          render={(r) => <RingStatusTag value={r.status} />}
        />
      </ListTable>
    </ListPage>
  );
}
