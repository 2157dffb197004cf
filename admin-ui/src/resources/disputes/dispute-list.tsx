import { DEADLINE_COLUMNS, type StaffDispute } from '@coinwarden/contracts';
import { DISPUTE_STAGES, DISPUTE_STATUSES, EVIDENCE_CATEGORIES } from '@coinwarden/domain';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { AccountLink, TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { DayFilter } from '../../list/day-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { Deadline } from './deadline';
import { DisputeStatusTag, schemeReason } from './dispute-words';

const Column = ListTable.Col<StaffDispute>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.disputes.fields.${field}`);
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('dispute.search')} search width={350} />
      <ChoiceFilter
        source="status"
        label={label('status')}
        choices={DISPUTE_STATUSES}
        words="dispute_status"
      />
      <ChoiceFilter source="stage" label={label('stage')} choices={DISPUTE_STAGES} words="dispute_stage" />
      <ChoiceFilter
        source="category"
        label={label('category')}
        choices={EVIDENCE_CATEGORIES}
        words="dispute_category"
      />
      <ChoiceFilter
        source="deadline"
        label={label('dueAt')}
        choices={DEADLINE_COLUMNS}
        words="dispute_deadline"
      />
      <DayFilter source="from" label={translate('list.from')} edge="start" />
      <DayFilter source="to" label={translate('list.to')} edge="end" />
    </FilterBar>
  );
}

export default function DisputeList() {
  return (
    <ListPage emptyKey="disputes" sort={{ field: 'openedAt', order: 'DESC' }} filters={<Filters />}>
      <ListTable<StaffDispute> rowClick="show">
        <Column
          source="openedAt"
          render={(d) => (
            <TextLink to={`/disputes/${d.id}/show`}>
              <Instant value={d.openedAt} form="date" />
            </TextLink>
          )}
        />
        <Column source="money" disableSort align="right" render={(d) => <Money value={d.money} />} />
        <Column source="category" foldsBelow={660} disableSort render={(d) => <Reason dispute={d} />} />
        <Column source="status" disableSort render={(d) => <Status dispute={d} />} />
        <Column source="dueAt" foldsBelow={480} render={(d) => <Deadline dispute={d} />} />
        <Column source="accountId" foldsBelow={780} disableSort render={(d) => <Whose dispute={d} />} />
      </ListTable>
    </ListPage>
  );
}

function Reason({ dispute }: { dispute: StaffDispute }) {
  return (
    <TwoLines below={schemeReason(dispute)} sx={{ minWidth: 120 }}>
      <Word of="dispute_category" value={dispute.category} />
    </TwoLines>
  );
}

/** Where it stands, and below it the stage. */
function Status({ dispute: { status, stage } }: { dispute: StaffDispute }) {
  return (
    <TwoLines below={<Word of="dispute_stage" value={stage} />}>
      <DisputeStatusTag value={status} />
    </TwoLines>
  );
}

/** Whose purchase it is, and below it whose work. */
function Whose({ dispute: { accountId, assignee } }: { dispute: StaffDispute }) {
  const translate = useTranslate();
  return (
    <TwoLines
      below={
        assignee && (
          <Box
            title={translate('resources.disputes.fields.assignee')}
            sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}
          >
            <PersonOutlined aria-hidden sx={{ fontSize: 13 }} />
            {assignee.name}
          </Box>
        )
      }
    >
      {accountId ? <AccountLink id={accountId} /> : <Unmatched />}
    </TwoLines>
  );
}

function Unmatched() {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ color: 'var(--muted)' }}>
      {translate('dispute.unmatched')}
    </Box>
  );
}
