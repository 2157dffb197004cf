import type { StaffNotice } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';

/** Processes a notice again; what it did before it does not do twice, and the dialog says so. */
export function ReplayButton({ notice }: { notice: StaffNotice }) {
  const [asked, setAsked] = useState(false);
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: 'notice.replay.done', onDone: () => setAsked(false) });
  if (!notice.allowedActions.includes('replay')) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setAsked(true)} sx={{ flexShrink: 0 }}>
        {translate('notice.replay.button')}
      </Button>
      <ActionDialog
        open={asked}
        title={translate('notice.replay.title')}
        confirmLabel={translate('notice.replay.button')}
        reason="optional"
        busy={busy}
        problem={problem}
        onClose={() => setAsked(false)}
        onConfirm={(reason) =>
          act({ resource: 'notices', id: notice.id, action: 'replay' }, reason === '' ? {} : { reason })
        }
      >
        {translate('notice.replay.effect')}
      </ActionDialog>
    </>
  );
}
