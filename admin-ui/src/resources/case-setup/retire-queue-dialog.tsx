import type { StaffQueue } from '@coinwarden/contracts';
import { Box, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useWrite } from '../../actions/use-write';
import { sendJson } from '../../providers/http';
import { useQueueNames } from '../cases/use-queue-names';

interface RetireQueueDialogProps {
  queue: StaffQueue;
  /** The others that are worked, in their order. */
  others: readonly StaffQueue[];
  onClose: () => void;
}

/** Takes a queue out of use, and says where what waits in it goes. */
export function RetireQueueDialog({ queue, others, onClose }: RetireQueueDialogProps) {
  const translate = useTranslate();
  const { queueName } = useQueueNames();
  // The last takes whatever is left, so it takes these too.
  const [into, setInto] = useState(others.at(-1)?.id ?? '');
  const { write, busy, problem, fields } = useWrite<unknown>({
    done: 'case_setup.retire.done',
    onDone: onClose,
  });
  const waits = queue.waiting + queue.claimed + queue.snoozed;
  return (
    <ActionDialog
      open
      title={translate('case_setup.retire.title', { name: queueName(queue) })}
      confirmLabel={translate('case_setup.retire.button')}
      tone="warning"
      reason="required"
      focusReason={false}
      ready={into !== ''}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) =>
        void write(() =>
          sendJson('POST', `queues/${encodeURIComponent(queue.id)}/actions/retire`, {
            into,
            reason,
            basedOn: queue.revision,
          }),
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <span>{translate('case_setup.retire.effect')}</span>
        <strong>
          {waits === 0
            ? translate('case_setup.retire.nothing_waits')
            : translate('case_setup.retire.waits', { smart_count: waits })}
        </strong>
        <TextField
          select
          fullWidth
          autoFocus
          label={translate('case_setup.retire.into')}
          value={into}
          onChange={(event) => setInto(event.target.value)}
          error={fields['into'] !== undefined}
          helperText={fields['into'] ?? translate('case_setup.retire.into_hint')}
        >
          {others.map((other) => (
            <MenuItem key={other.id} value={other.id}>
              {queueName(other)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </ActionDialog>
  );
}
