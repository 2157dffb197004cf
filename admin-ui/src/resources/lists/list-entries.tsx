import type { StaffListEntry } from '@coinwarden/contracts';
import { LIST_NAMES, LIST_VALUE_TYPES } from '@coinwarden/domain';
import { Button } from '@mui/material';
import { useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage, NothingFound } from '../../list/list-page';
import { TextFilter } from '../../list/text-filter';
import { useMay } from '../../providers/use-may';
import { AddEntry } from './add-entry';
import { RemoveEntry } from './remove-entry';

const Column = DataTable.Col<StaffListEntry>;
const LIST_TONES = { allow: 'positive', block: 'negative', watch: 'caution' } as const;

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
    </FilterBar>
  );
}

function AddButton() {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  if (!useMay('list.write')) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)} sx={{ flexShrink: 0 }}>
        {translate('list_entry.add')}
      </Button>
      {open && <AddEntry onClose={() => setOpen(false)} />}
    </>
  );
}

export default function ListEntries() {
  return (
    <ListPage
      emptyKey="lists"
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={<Filters />}
      action={<AddButton />}
    >
      <DataTable<StaffListEntry> bulkActionButtons={false} rowClick={false} empty={<NothingFound />}>
        <Column
          source="list"
          disableSort
          render={(e) => (
            <Tag tone={LIST_TONES[e.list]}>
              <Word of="list_name" value={e.list} />
            </Tag>
          )}
        />
        <Column source="type" disableSort render={(e) => <Word of="list_type" value={e.type} />} />
        <Column source="value" disableSort sx={{ overflowWrap: 'anywhere' }} />
        <Column source="reason" disableSort />
        <Column source="createdBy" disableSort />
        <Column source="createdAt" disableSort render={(e) => <Instant value={e.createdAt} />} />
        <Column source="expiresAt" disableSort render={(e) => <Instant value={e.expiresAt} />} />
        <Column
          label=""
          align="right"
          render={(e) => e.allowedActions.includes('remove') && <RemoveEntry entry={e} />}
        />
      </DataTable>
    </ListPage>
  );
}
