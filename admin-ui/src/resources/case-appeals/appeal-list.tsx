import { APPEAL_STATUSES, type StaffAppeal } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Tag, type Tone } from '../../display/tag';
import { AccountLink, TextLink } from '../../display/text-link';
import { WholeLink } from '../../display/whole-link';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { ToggleFilter } from '../../list/toggle-filter';
import { DueIn } from '../../money-back/due-in';
import { CaseActorName, VerdictTag } from '../cases/case-words';

const Column = ListTable.Col<StaffAppeal>;
const TONES: Record<StaffAppeal['status'], Tone> = {
  open: 'caution',
  granted: 'positive',
  denied: 'neutral',
};

function Status({ value }: { value: StaffAppeal['status'] }) {
  const translate = useTranslate();
  return <Tag tone={TONES[value]}>{translate(`appeal_status.${value}`)}</Tag>;
}

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.case-appeals.fields.${field}`);
  return (
    <FilterBar>
      <TextFilter source="accountId" label={label('accountId')} width={220} />
      <ChoiceFilter source="status" label={label('status')} choices={APPEAL_STATUSES} words="appeal_status" />
      <ToggleFilter source="overdue" label={translate('case.only_overdue')} />
    </FilterBar>
  );
}

/** What users said against decisions; each is answered on the page of its case. */
export default function AppealList() {
  return (
    <ListPage emptyKey="case-appeals" sort={{ field: 'dueAt', order: 'ASC' }} filters={<Filters />}>
      <ListTable<StaffAppeal> rowClick={(_id, _resource, { caseId }) => `/cases/${caseId}/show`}>
        <Column
          source="statement"
          disableSort
          render={(r) => (
            <WholeLink minWidth={220} maxWidth={520}>
              <TextLink to={`/cases/${r.caseId}/show`}>{r.statement.slice(0, 160)}</TextLink>
            </WholeLink>
          )}
        />
        <Column
          source="accountId"
          foldsBelow={560}
          disableSort
          render={(r) => <AccountLink id={r.accountId} />}
        />
        <Column
          source="verdict"
          foldsBelow={660}
          disableSort
          render={(r) => <VerdictTag value={r.verdict} />}
        />
        <Column source="status" disableSort render={(r) => <Status value={r.status} />} />
        <Column
          source="dueAt"
          foldsBelow={460}
          render={(r) => (r.decidedAt ? <Instant value={r.decidedAt} /> : <DueIn value={r.dueAt} />)}
        />
        <Column
          source="decidedBy"
          foldsBelow={780}
          disableSort
          render={(r) => (r.decidedBy ? <CaseActorName actor={r.decidedBy} /> : '–')}
        />
      </ListTable>
    </ListPage>
  );
}
