import { NOTICE_FACTS, type StaffNotice } from '@coinwarden/contracts';
import { NOTICE_SOURCES, NOTICE_STATES } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { ShortTransactionLink, TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { DayFilter } from '../../list/day-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { MONO } from '../../theme/theme';
import { NoticeMeaning, NoticeStateTag } from './notice-words';
import { useReasonText } from './use-reason-text';

const Column = ListTable.Col<StaffNotice>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.notices.fields.${field}`);
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('notice.search')} search width={340} />
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
      <ListTable<StaffNotice> rowClick="show">
        <Column
          source="receivedAt"
          disableSort
          render={(n) => (
            <TextLink to={`/notices/${n.id}/show`}>
              <Instant value={n.receivedAt} />
            </TextLink>
          )}
        />
        <Column
          source="source"
          foldsBelow={800}
          disableSort
          render={(n) => <Word of="notice_source" value={n.source} />}
        />
        <Column source="type" disableSort render={(n) => <Kind notice={n} />} />
        <Column source="state" foldsBelow={560} disableSort render={(n) => <State notice={n} />} />
        <Column source="references" foldsBelow={720} disableSort render={(n) => <Payment notice={n} />} />
        <Column source="repetitions" foldsBelow={880} disableSort align="right" />
        <Column source="attempts" foldsBelow={960} disableSort align="right" />
      </ListTable>
    </ListPage>
  );
}

/** How far it got, and below it why no further. */
function State({ notice }: { notice: StaffNotice }) {
  const { state, reasonCode: code, reasonValues: values, reason: text } = notice;
  const reason = useReasonText()({ code, values, text });
  return (
    <TwoLines below={reason} sx={{ minWidth: 150, maxWidth: 360, overflowWrap: 'anywhere' }}>
      <NoticeStateTag value={state} />
    </TwoLines>
  );
}

/** What it means in our words, and below it what its provider calls it. */
const Kind = ({ notice }: { notice: StaffNotice }) => (
  <TwoLines
    sx={{ minWidth: 130, overflowWrap: 'anywhere' }}
    below={
      <Box component="code" sx={{ fontFamily: MONO, fontSize: '0.6875rem' }}>
        {notice.kind}
      </Box>
    }
  >
    <NoticeMeaning notice={notice} />
  </TwoLines>
);

const CLIPPED = {
  display: 'block',
  maxWidth: 190,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontFamily: MONO,
  fontSize: '0.75rem',
} as const;

/** The payment as its provider names it, and below it the purchase that it paid. */
const Payment = ({ notice: { references, purchaseId } }: { notice: StaffNotice }) =>
  references.length === 0 ? (
    '–'
  ) : (
    <TwoLines below={purchaseId && <ShortTransactionLink id={purchaseId} />}>
      <Box component="code" title={references.join('\n')} sx={CLIPPED}>
        {references[0]}
      </Box>
    </TwoLines>
  );
