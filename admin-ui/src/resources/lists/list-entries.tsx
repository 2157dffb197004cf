import { LIST_ENTRY_STATES, type StaffListEntry } from '@coinwarden/contracts';
import { LIST_NAMES, LIST_VALUE_TYPES } from '@coinwarden/domain';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Author } from '../../display/author';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { ToggleFilter } from '../../list/toggle-filter';
import { useMay } from '../../providers/use-may';
import { AddEntry } from './add-entry';
import { EntryStateTag, EntryValue, ListTag } from './list-words';

const Column = ListTable.Col<StaffListEntry>;

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('list_entry.search')} search />
      <ChoiceFilter
        source="list"
        label={translate('resources.lists.fields.list')}
        choices={LIST_NAMES}
        words="list_name"
      />
      <ChoiceFilter
        source="type"
        label={translate('resources.lists.fields.type')}
        choices={LIST_VALUE_TYPES}
        words="list_type"
      />
      <ChoiceFilter
        source="state"
        label={translate('resources.lists.fields.state')}
        choices={LIST_ENTRY_STATES}
        words="list_entry.state"
      />
      <ToggleFilter source="conflict" label={translate('list_entry.only_conflicts')} />
      <ToggleFilter source="hit" label={translate('list_entry.only_hit')} />
    </FilterBar>
  );
}

function Actions() {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  const { filterValues } = useListContext<StaffListEntry>();
  const may = useMay('list.write');
  const filter = encodeURIComponent(JSON.stringify(filterValues));
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', justifyContent: 'flex-end', flexShrink: 0 }}>
      <Button
        component="a"
        href={`/staff/lists/export?filter=${filter}`}
        download
        variant="outlined"
        startIcon={<FileDownloadOutlined />}
      >
        {translate('list_entry.export')}
      </Button>
      {may && (
        <>
          <Button component={Link} to="/lists/upload" variant="outlined" startIcon={<UploadFileOutlined />}>
            {translate('list_upload.open')}
          </Button>
          <Button variant="contained" onClick={() => setOpen(true)}>
            {translate('list_entry.add')}
          </Button>
          {open && <AddEntry onClose={() => setOpen(false)} />}
        </>
      )}
    </Box>
  );
}

const oneLine = () => ({ whiteSpace: 'nowrap' });

/** How often it matched lately; on two lists, the one that decides is named beside its own. */
export default function ListEntries() {
  const format = useFormat();
  const translate = useTranslate();
  return (
    <ListPage
      emptyKey="lists"
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={<Filters />}
      action={<Actions />}
    >
      <ListTable<StaffListEntry> rowClick="show">
        <Column
          source="list"
          disableSort
          render={(e) => (
            <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexWrap: 'wrap' }}>
              <ListTag value={e.list} />
              {e.decides !== e.list && (
                <Tag tone="info">
                  {translate('list_entry.overruled', { list: translate(`list_name.${e.decides}`) })}
                </Tag>
              )}
            </Box>
          )}
        />
        <Column
          source="type"
          foldsBelow={880}
          disableSort
          cellSx={oneLine}
          render={(e) => <Word of="list_type" value={e.type} />}
        />
        <Column
          source="value"
          disableSort
          render={(e) => (
            <Box sx={{ overflowWrap: 'anywhere', minWidth: 130 }}>
              <EntryValue entry={e} />
            </Box>
          )}
        />
        <Column
          source="state"
          foldsBelow={400}
          disableSort
          render={(e) => <EntryStateTag value={e.state} />}
        />
        <Column
          source="hits"
          foldsBelow={620}
          disableSort
          align="right"
          render={(e) => format.number(e.hits.days30)}
        />
        <Column
          source="expiresAt"
          foldsBelow={740}
          disableSort
          render={(e) => <Instant value={e.expiresAt} form="date" />}
        />
        <Column
          source="reason"
          foldsBelow={500}
          disableSort
          render={(e) => <Box sx={{ minWidth: 130 }}>{e.reason}</Box>}
        />
        <Column
          source="createdBy"
          foldsBelow={1140}
          disableSort
          cellSx={oneLine}
          render={(e) => <Author value={e.createdBy} />}
        />
        <Column
          source="createdAt"
          foldsBelow={1000}
          render={(e) => <Instant value={e.createdAt} form="date" />}
        />
      </ListTable>
    </ListPage>
  );
}
