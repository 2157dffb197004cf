import type { ApiKeyRecord } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';

export function RevokeApiKey({ apiKey }: { apiKey: ApiKeyRecord }) {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: 'api_key.revoked', onDone: () => setOpen(false) });
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        {translate('api_key.revoke')}
      </Button>
      <ActionDialog
        open={open}
        title={translate('api_key.revoke_title', { name: apiKey.name })}
        confirmLabel={translate('api_key.revoke')}
        tone="error"
        reason="optional"
        busy={busy}
        problem={problem}
        onClose={() => setOpen(false)}
        onConfirm={(reason) =>
          act({ resource: 'api-keys', id: apiKey.id, action: 'revoke' }, reason === '' ? {} : { reason })
        }
      >
        {translate('api_key.revoke_effect')}
      </ActionDialog>
    </>
  );
}
