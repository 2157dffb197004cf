import type { StaffRecord } from '@coinwarden/contracts';
import { ROLE_KEYS } from '@coinwarden/domain';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { EnabledTag, Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { useMay } from '../../providers/use-may';
import { AddStaff } from './add-staff';
import { StaffActions } from './staff-actions';

const Column = ListTable.Col<StaffRecord>;

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('staff.search')} search />
      <ChoiceFilter
        source="role"
        label={translate('resources.staff.fields.role')}
        choices={ROLE_KEYS}
        words="role"
      />
      <ChoiceFilter
        source="status"
        label={translate('resources.staff.fields.status')}
        choices={['active', 'disabled']}
        words="staff_status"
      />
    </FilterBar>
  );
}

function AddButton() {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  if (!useMay('staff.write')) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)} sx={{ flexShrink: 0 }}>
        {translate('staff.add')}
      </Button>
      {open && <AddStaff onClose={() => setOpen(false)} />}
    </>
  );
}

export default function StaffList() {
  const translate = useTranslate();
  return (
    <ListPage
      emptyKey="staff"
      sort={{ field: 'email', order: 'ASC' }}
      filters={<Filters />}
      action={<AddButton />}
    >
      <ListTable<StaffRecord> rowClick={false}>
        <Column source="displayName" disableSort />
        <Column source="email" foldsBelow={600} disableSort />
        <Column
          source="role"
          foldsBelow={400}
          disableSort
          render={(s) => <Word of="role" value={s.role} />}
        />
        <Column
          source="status"
          foldsBelow={380}
          disableSort
          render={(s) => <EnabledTag value={s.status === 'active'} />}
        />
        <Column
          source="totpEnrolled"
          foldsBelow={700}
          disableSort
          render={(s) =>
            s.totpEnrolled ? (
              translate('staff.totp_on')
            ) : (
              <Tag tone="caution">{translate('staff.totp_off')}</Tag>
            )
          }
        />
        <Column
          source="lastSignInAt"
          foldsBelow={840}
          disableSort
          render={(s) => <Instant value={s.lastSignInAt} />}
        />
        <Column label="" align="right" render={(s) => <StaffActions member={s} />} />
      </ListTable>
    </ListPage>
  );
}
