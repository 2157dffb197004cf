import type { StaffRecord } from '@coinwarden/contracts';
import { ROLE_KEYS, type Role, STAFF_MACHINE, type StaffAction } from '@coinwarden/domain';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';

interface StaffActionDialogProps {
  member: StaffRecord;
  action: StaffAction;
  onClose: () => void;
  onDone: (answer: unknown) => void;
}

export function StaffActionDialog({ member, action, onClose, onDone }: StaffActionDialogProps) {
  const [role, setRole] = useState<Role>(member.role);
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: `staff.action.${action}.done`, onDone });
  const changesRole = action === 'change_role';
  return (
    <ActionDialog
      open
      title={translate(`staff.action.${action}.title`, { name: member.displayName })}
      confirmLabel={translate(`staff.action.${action}.button`)}
      tone={action === 'disable' ? 'error' : 'primary'}
      reason={STAFF_MACHINE.transitions[action].reasonRequired ? 'required' : 'optional'}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act(
          { resource: 'staff', id: member.id, action },
          { ...(reason === '' ? {} : { reason }), ...(changesRole ? { role } : {}) },
        )
      }
    >
      <Typography variant="body2">{translate(`staff.action.${action}.effect`)}</Typography>
      {changesRole && (
        <TextField
          select
          fullWidth
          label={translate('resources.staff.fields.role')}
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
          sx={{ marginTop: 2 }}
        >
          {ROLE_KEYS.map((key) => (
            <MenuItem key={key} value={key}>
              {translate(`role.${key}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
    </ActionDialog>
  );
}
