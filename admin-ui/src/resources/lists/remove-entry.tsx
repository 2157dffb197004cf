import type { StaffListEntry } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';

export function RemoveEntry({ entry, onDone }: { entry: StaffListEntry; onDone?: () => void }) {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  const { act, busy, problem } = useAct({
    done: 'list_entry.removed',
    onDone: () => {
      setOpen(false);
      onDone?.();
    },
  });
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        {translate('list_entry.remove')}
      </Button>
      <ActionDialog
        open={open}
        title={translate('list_entry.remove_title')}
        confirmLabel={translate('list_entry.remove')}
        tone="error"
        reason="required"
        busy={busy}
        problem={problem}
        onClose={() => setOpen(false)}
        onConfirm={(reason) => act({ resource: 'lists', id: entry.id, action: 'remove' }, { reason })}
      >
        {translate(`list_entry.remove_effect.${entry.list}`, { value: entry.written })}
      </ActionDialog>
    </>
  );
}
