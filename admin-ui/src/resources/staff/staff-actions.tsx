import type { StaffRecord, StaffWithPassword } from '@coinwarden/contracts';
import type { StaffAction } from '@coinwarden/domain';
import MoreHoriz from '@mui/icons-material/MoreHoriz';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { SecretDialog } from '../../actions/secret-dialog';
import { StaffActionDialog } from './staff-action-dialog';

/** What may be done to a colleague's access, in a menu; nothing when nothing may. */
export function StaffActions({ member }: { member: StaffRecord }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asked, setAsked] = useState<StaffAction | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const translate = useTranslate();
  if (member.allowedActions.length === 0 && password === null) return null;
  return (
    <>
      <IconButton
        size="small"
        aria-haspopup="menu"
        aria-label={translate('staff.actions', { name: member.displayName })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreHoriz fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {member.allowedActions.map((action) => (
          <MenuItem
            key={action}
            onClick={() => {
              setAnchor(null);
              setAsked(action);
            }}
          >
            {translate(`staff.action.${action}.button`)}
          </MenuItem>
        ))}
      </Menu>
      {asked && (
        <StaffActionDialog
          member={member}
          action={asked}
          onClose={() => setAsked(null)}
          onDone={(answer) => {
            setAsked(null);
            setPassword((answer as Partial<StaffWithPassword>).oneTimePassword ?? null);
          }}
        />
      )}
      {password !== null && (
        <SecretDialog
          title={translate('staff.password_title')}
          hint={translate('staff.password_hint', { name: member.displayName })}
          secret={password}
          onClose={() => setPassword(null)}
        />
      )}
    </>
  );
}
