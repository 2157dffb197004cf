import type { StaffListEntry } from '@coinwarden/contracts';
import { Button, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { ExpiryField } from './entry-fields';

export function EditEntry({ entry }: { entry: StaffListEntry }) {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('list_entry.edit')}
      </Button>
      {open && <EditDialog entry={entry} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Why it stands there and for how long; another value is another entry. */
function EditDialog({ entry, onClose }: { entry: StaffListEntry; onClose: () => void }) {
  const [reason, setReason] = useState(entry.reason);
  const [expiresAt, setExpiresAt] = useState(entry.expiresAt);
  const translate = useTranslate();
  const { act, busy, problem, fields } = useAct({ done: 'list_entry.edited', onDone: onClose });
  const changed = {
    ...(reason.trim() !== entry.reason && { reason: reason.trim() }),
    ...(expiresAt !== entry.expiresAt && { expiresAt }),
  };
  return (
    <ActionDialog
      open
      title={translate('list_entry.edit_title')}
      confirmLabel={translate('list_entry.save')}
      reason="none"
      ready={Object.keys(changed).length > 0 && reason.trim() !== ''}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => act({ resource: 'lists', id: entry.id, action: 'edit' }, changed)}
    >
      <Stack spacing={2} sx={{ paddingTop: 1 }}>
        <TextField
          label={translate('resources.lists.fields.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={fields['reason'] !== undefined}
          helperText={fields['reason']}
          multiline
          minRows={2}
          required
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
        <ExpiryField value={expiresAt} error={fields['expiresAt']} onChange={setExpiresAt} />
      </Stack>
    </ActionDialog>
  );
}
