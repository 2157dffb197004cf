import { NOTICE_FACTS, type StaffNotice } from '@coinwarden/contracts';
import { NOTICE_SOURCES, NOTICE_STATES } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { DataTable, useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { ShortTransactionLink, TextLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { DayFilter } from '../../list/day-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage, NothingFound } from '../../list/list-page';
import { TextFilter } from '../../list/text-filter';
import { MONO } from '../../theme/theme';
import { NoticeStateTag } from './notice-words';
import { useReasonText } from './use-reason-text';

const Column = DataTable.Col<StaffNotice>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.notices.fields.${field}`);
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('notice.search')} search width={280} />
      <ChoiceFilter source="source" label={label('source')} choices={NOTICE_SOURCES} words="notice_source" />
      <ChoiceFilter source="type" label={label('type')} choices={NOTICE_FACTS} words="notice_type" />
      <ChoiceFilter source="state" label={label('state')} choices={NOTICE_STATES} words="notice_state" />
      <DayFilter source="from" label={translate('list.from')} edge="start" />
      <DayFilter source="before" label={translate('list.to')} edge="end" />
    </FilterBar>
  );
}

export default function NoticeList() {
  return (
    <ListPage emptyKey="notices" sort={{ field: 'id', order: 'DESC' }} filters={<Filters />}>
      <DataTable<StaffNotice> bulkActionButtons={false} rowClick="show" empty={<NothingFound />}>
        <Column
          source="receivedAt"
          disableSort
          render={(n) => (
            <TextLink to={`/notices/${n.id}/show`}>
              <Instant value={n.receivedAt} />
            </TextLink>
          )}
        />
        <Column source="source" disableSort render={(n) => <Word of="notice_source" value={n.source} />} />
        <Column source="type" disableSort render={(n) => <Kind notice={n} />} />
        <Column source="state" disableSort render={(n) => <NoticeStateTag value={n.state} />} />
        <Column source="references" disableSort render={(n) => <Reference names={n.references} />} />
        <Column
          source="purchaseId"
          disableSort
          render={(n) => (n.purchaseId ? <ShortTransactionLink id={n.purchaseId} /> : '–')}
        />
        <Column source="reason" disableSort sx={{ minWidth: 180 }} render={(n) => <Reason notice={n} />} />
        <Column source="repetitions" disableSort align="right" />
        <Column source="attempts" disableSort align="right" />
      </DataTable>
    </ListPage>
  );
}

const Reason = ({
  notice: { reasonCode: code, reasonValues: values, reason: text },
}: {
  notice: StaffNotice;
}) => useReasonText()({ code, values, text }) ?? '–';

/** What it means in our words, and below it what its provider calls it. */
function Kind({ notice: { type, kind } }: { notice: StaffNotice }) {
  return (
    <Box sx={{ lineHeight: 1.35 }}>
      {type ? <Word of="notice_type" value={type} /> : '–'}
      <Box
        component="code"
        sx={{ display: 'block', fontFamily: MONO, fontSize: '0.6875rem', color: 'var(--muted)' }}
      >
        {kind}
      </Box>
    </Box>
  );
}

const CLIPPED = {
  display: 'block',
  maxWidth: 190,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontFamily: MONO,
  fontSize: '0.75rem',
} as const;

function Reference({ names }: { names: readonly string[] }) {
  return names.length === 0 ? (
    <>–</>
  ) : (
    <Box component="code" title={names.join('\n')} sx={CLIPPED}>
      {names[0]}
    </Box>
  );
}
