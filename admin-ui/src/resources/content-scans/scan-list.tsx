import type { StaffContentScan } from '@coinwarden/contracts';
import { CONTENT_KINDS, CONTENT_VERDICTS } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { AccountLink, TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { ChoiceFilter } from '../../list/choice-filter';
import { DayFilter } from '../../list/day-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { ToggleFilter } from '../../list/toggle-filter';
import { VerdictTag } from './scan-words';
import { TryText } from './try-text';

const Column = ListTable.Col<StaffContentScan>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.content-scans.fields.${field}`);
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('content.search')} search width={240} />
      <ChoiceFilter
        source="verdict"
        label={label('verdict')}
        choices={CONTENT_VERDICTS}
        words="content_verdict"
      />
      <ChoiceFilter source="kind" label={label('kind')} choices={CONTENT_KINDS} words="content_kind" />
      <DayFilter source="from" label={translate('list.from')} edge="start" />
      <DayFilter source="to" label={translate('list.to')} edge="end" />
      <ToggleFilter source="waiting" label={translate('content.waiting')} />
    </FilterBar>
  );
}

export default function ScanList() {
  const format = useFormat();
  return (
    <ListPage
      emptyKey="content-scans"
      sort={{ field: 'id', order: 'DESC' }}
      filters={<Filters />}
      action={<TryText />}
    >
      <ListTable<StaffContentScan> rowClick="show">
        <Column
          source="scannedAt"
          disableSort
          render={(scan) => (
            <TwoLines below={<Word of="content_kind" value={scan.kind} />}>
              <TextLink to={`/content-scans/${scan.id}/show`}>
                <Instant value={scan.scannedAt} />
              </TextLink>
            </TwoLines>
          )}
        />
        <Column
          source="verdict"
          foldsBelow={440}
          disableSort
          render={(scan) => (
            <TwoLines below={scan.review && <Word of="content_review" value={scan.review} />}>
              <VerdictTag value={scan.verdict} />
            </TwoLines>
          )}
        />
        <Column
          source="score"
          foldsBelow={500}
          disableSort
          align="right"
          render={(scan) => format.number(scan.score)}
        />
        <Column
          source="excerpt"
          disableSort
          // It takes the room that is left, and gives it back where there is little.
          cellSx={() => ({ width: '99%', maxWidth: 0 })}
          render={(scan) => <Excerpt text={scan.excerpt} />}
        />
        <Column
          source="accountId"
          foldsBelow={620}
          disableSort
          render={(scan) => <AccountLink id={scan.accountId} />}
        />
        <Column source="times" foldsBelow={680} disableSort align="right" />
      </ListTable>
    </ListPage>
  );
}

/** One line, in its own direction, so that no text turns the row around. */
const Excerpt = ({ text }: { text: string }) => (
  <Box
    component="bdi"
    title={text}
    sx={{
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    }}
  >
    {text}
  </Box>
);
