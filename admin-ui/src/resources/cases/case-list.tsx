import type { StaffCase } from '@coinwarden/contracts';
import { ALERT_KINDS, CASE_STATUSES, CASE_VERDICTS } from '@coinwarden/domain';
import { Box, FormControlLabel, MenuItem, Switch, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { AccountLink, TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { WholeLink } from '../../display/whole-link';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar, useFilter } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { ToggleFilter } from '../../list/toggle-filter';
import { DueIn } from '../../money-back/due-in';
import { useMay } from '../../providers/use-may';
import { useSession } from '../../providers/use-session';
import { BulkDecideButton } from './bulk/bulk-decide-button';
import { AlertKindTags, CaseStatusTag, Headline, VerdictTag } from './case-words';
import { Lease } from './lease';
import { useQueueNames } from './use-queue-names';

const Column = ListTable.Col<StaffCase>;

function QueueFilter({ label }: { label: string }) {
  const { value, set } = useFilter('queueId');
  const translate = useTranslate();
  const { queues, queueName } = useQueueNames();
  return (
    <TextField
      select
      label={label}
      value={queues.some(({ id }) => id === value) ? value : ''}
      onChange={(event) => set(event.target.value)}
      sx={{ minWidth: 150 }}
      slotProps={{ htmlInput: { 'aria-label': label } }}
    >
      <MenuItem value="">{translate('list.any')}</MenuItem>
      {queues.map(({ id }) => (
        <MenuItem key={id} value={id}>
          {queueName(id)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Those the signed-in person has claimed. */
function MineFilter() {
  const { value, set } = useFilter('claimedById');
  const session = useSession();
  const translate = useTranslate();
  return (
    <FormControlLabel
      control={
        <Switch
          size="small"
          checked={value !== undefined && value === session?.staff.id}
          onChange={(_, checked) => set(checked ? session?.staff.id : null)}
        />
      }
      label={translate('case.only_mine')}
      sx={{ marginX: 0.5, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
    />
  );
}

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.cases.fields.${field}`);
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('case.search')} search width={275} />
      <QueueFilter label={label('queueId')} />
      <ChoiceFilter source="status" label={label('status')} choices={CASE_STATUSES} words="case_status" />
      <ChoiceFilter source="kind" label={label('kinds')} choices={ALERT_KINDS} words="alert_kind" />
      <ChoiceFilter source="verdict" label={label('verdict')} choices={CASE_VERDICTS} words="case_verdict" />
      <ToggleFilter source="open" label={translate('case.only_open')} />
      <ToggleFilter source="overdue" label={translate('case.only_overdue')} />
      <MineFilter />
    </FilterBar>
  );
}

function QueueName({ id }: { id: string }) {
  const { queueName } = useQueueNames();
  return <>{queueName(id)}</>;
}

export default function CaseList() {
  const decides = useMay('case.work');
  return (
    <ListPage
      emptyKey="cases"
      filterDefaultValues={{ open: true }}
      sort={{ field: 'workBy', order: 'ASC' }}
      filters={<Filters />}
    >
      <ListTable<StaffCase>
        bulkActionButtons={decides ? <BulkDecideButton /> : false}
        isRowSelectable={(one) => one.allowedActions.includes('decide')}
        rowClick="show"
      >
        <Column
          source="headline"
          disableSort
          render={(r) => (
            <TwoLines below={<QueueName id={r.queueId} />}>
              <WholeLink minWidth={200} maxWidth={340}>
                <TextLink to={`/cases/${r.id}/show`}>
                  <Headline of={r} />
                </TextLink>
              </WholeLink>
            </TwoLines>
          )}
        />
        <Column
          source="accountId"
          foldsBelow={720}
          disableSort
          render={(r) => (
            <TwoLines below={<AlertKindTags kinds={r.kinds} />}>
              <AccountLink id={r.accountId} />
            </TwoLines>
          )}
        />
        <Column
          source="status"
          foldsBelow={600}
          disableSort
          render={(r) => (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 8px' }}>
              <CaseStatusTag value={r.status} />
              {r.verdict && <VerdictTag value={r.verdict} />}
              <Lease claim={r.claim} />
            </Box>
          )}
        />
        <Column
          source="valueAtRisk"
          foldsBelow={820}
          align="right"
          render={(r) => <Money value={{ amountMinor: r.valueAtRiskUsdMinor, currency: 'USD' }} />}
        />
        <Column
          source="dueAt"
          foldsBelow={460}
          render={(r) => <DueIn value={r.verdict ? null : r.dueAt} />}
        />
      </ListTable>
    </ListPage>
  );
}
