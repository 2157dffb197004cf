import type { ApiKeyRecord } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { useMay } from '../../providers/use-may';
import { MONO } from '../../theme/theme';
import { AddApiKey } from './add-api-key';
import { RevokeApiKey } from './revoke-api-key';

const Column = ListTable.Col<ApiKeyRecord>;

function AddButton() {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  if (!useMay('api_key.write')) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)} sx={{ flexShrink: 0 }}>
        {translate('api_key.add')}
      </Button>
      {open && <AddApiKey onClose={() => setOpen(false)} />}
    </>
  );
}

export default function ApiKeyList() {
  const translate = useTranslate();
  return (
    <ListPage emptyKey="api-keys" sort={{ field: 'createdAt', order: 'DESC' }} action={<AddButton />}>
      <ListTable<ApiKeyRecord> rowClick={false}>
        <Column source="name" disableSort />
        <Column
          source="prefix"
          foldsBelow={360}
          disableSort
          render={(k) => <code style={{ fontFamily: MONO }}>{k.prefix}…</code>}
        />
        <Column
          source="scopes"
          foldsBelow={620}
          disableSort
          render={(k) => translate('api_key.scope_count', { smart_count: k.scopes.length })}
        />
        <Column
          source="status"
          disableSort
          render={(k) => (
            <Tag tone={k.status === 'active' ? 'positive' : 'neutral'} quiet={k.status === 'active'}>
              {translate(`api_key_status.${k.status}`)}
            </Tag>
          )}
        />
        <Column
          source="createdAt"
          foldsBelow={760}
          disableSort
          render={(k) => <Instant value={k.createdAt} />}
        />
        <Column source="createdBy" foldsBelow={860} disableSort />
        <Column
          source="lastUsedAt"
          foldsBelow={500}
          disableSort
          render={(k) => (k.lastUsedAt ? <Instant value={k.lastUsedAt} /> : translate('api_key.never_used'))}
        />
        <Column
          label=""
          align="right"
          render={(k) => k.allowedActions.includes('revoke') && <RevokeApiKey apiKey={k} />}
        />
      </ListTable>
    </ListPage>
  );
}
