import type { AuditRecordView } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { Identifier } from '../../display/identifier';
import { Instant } from '../../display/instant';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { useValueText } from '../../display/use-value-text';
import { ChoiceFilter } from '../../list/choice-filter';
import { DayFilter } from '../../list/day-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { ActorName } from './actor-name';
import { AUDIT_ACTIONS } from './audit-actions';
import { useActionText } from './use-action-text';

const Column = ListTable.Col<AuditRecordView>;
const ACTOR_TYPES = ['staff', 'system', 'api_key'];

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <ChoiceFilter
        source="action"
        label={translate('resources.audit.fields.action')}
        choices={AUDIT_ACTIONS}
        words="audit_action"
      />
      <ChoiceFilter
        source="actorType"
        label={translate('resources.audit.fields.actorType')}
        choices={ACTOR_TYPES}
        words="actor"
      />
      <TextFilter source="subjectId" label={translate('resources.audit.fields.subjectId')} width={200} />
      <DayFilter source="from" label={translate('list.from')} edge="start" />
      <DayFilter source="until" label={translate('list.to')} edge="end" />
    </FilterBar>
  );
}

export default function AuditList() {
  const actionText = useActionText();
  return (
    <ListPage emptyKey="audit" sort={{ field: 'id', order: 'DESC' }} perPage={50} filters={<Filters />}>
      <ListTable<AuditRecordView> rowClick="expand" expand={<EntryDetails />}>
        <Column source="at" disableSort render={(entry) => <Instant value={entry.at} />} />
        <Column
          source="actor"
          foldsBelow={460}
          disableSort
          render={(entry) => <ActorName actor={entry.actor} />}
        />
        <Column source="action" disableSort render={(entry) => actionText(entry.action)} />
        <Column
          source="subject"
          foldsBelow={680}
          disableSort
          render={(entry) => <Subject subject={entry.subject} />}
        />
        <Column source="reason" foldsBelow={820} disableSort render={(entry) => entry.reason ?? '–'} />
      </ListTable>
    </ListPage>
  );
}

function Subject({ subject }: { subject: AuditRecordView['subject'] }) {
  const translate = useTranslate();
  const kind = translate(`subject.${subject.type}`, { _: subject.type });
  return (
    <>
      <Box component="span" sx={{ color: 'var(--muted)' }}>
        {kind}
      </Box>{' '}
      {subject.type === 'account' ? (
        <AccountLink id={subject.id} />
      ) : subject.type === 'transaction' ? (
        <TransactionLink id={subject.id} />
      ) : (
        subject.id
      )}
    </>
  );
}

function EntryDetails() {
  const entry = useRecordContext<AuditRecordView>();
  const translate = useTranslate();
  const text = useValueText();
  if (!entry) return null;
  const details = Object.entries(entry.details).map(([name, value]) => [name, text(value)] as const);
  return (
    <Box sx={{ padding: '8px 4px' }}>
      <Typography variant="h3" sx={{ marginBottom: 1 }}>
        {translate('audit.details')}
      </Typography>
      <Facts
        items={[
          ...details,
          [translate('audit.recorded_at'), <Instant key="at" value={entry.at} form="full" />],
          [translate('audit.hash'), <Identifier key="hash" value={entry.hash} />],
        ]}
      />
    </Box>
  );
}
