import type { StaffWithPassword } from '@coinwarden/contracts';
import { ROLE_KEYS, type Role } from '@coinwarden/domain';
import { MenuItem, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { SecretDialog } from '../../actions/secret-dialog';
import { useCreateRecord } from '../../actions/use-create-record';

/** Adds a colleague; the one-time password is shown once and replaced at the first sign-in. */
export function AddStaff({ onClose }: { onClose: () => void }) {
  const [displayName, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('support_agent');
  const [added, setAdded] = useState<StaffWithPassword | null>(null);
  const translate = useTranslate();
  const { create, busy, problem, fields } = useCreateRecord<StaffWithPassword>('staff', {
    done: 'staff.added',
    onDone: setAdded,
  });
  if (added) {
    return (
      <SecretDialog
        title={translate('staff.password_title')}
        hint={translate('staff.password_hint', { name: added.displayName })}
        secret={added.oneTimePassword}
        onClose={onClose}
      />
    );
  }
  return (
    <ActionDialog
      open
      title={translate('staff.add_title')}
      confirmLabel={translate('staff.add')}
      reason="none"
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => create({ displayName, email, role })}
    >
      <Stack spacing={2} sx={{ paddingTop: 1 }}>
        <TextField
          label={translate('resources.staff.fields.displayName')}
          value={displayName}
          onChange={(e) => setName(e.target.value)}
          error={fields['displayName'] !== undefined}
          helperText={fields['displayName']}
          autoFocus
          required
        />
        <TextField
          type="email"
          label={translate('resources.staff.fields.email')}
          value={email}
          onChange={(e) => setEmail(e.target.value)}
          error={fields['email'] !== undefined}
          helperText={fields['email']}
          required
        />
        <TextField
          select
          label={translate('resources.staff.fields.role')}
          value={role}
          onChange={(e) => setRole(e.target.value as Role)}
          helperText={translate(`role_description.${role}`)}
        >
          {ROLE_KEYS.map((key) => (
            <MenuItem key={key} value={key}>
              {translate(`role.${key}`)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
    </ActionDialog>
  );
}
