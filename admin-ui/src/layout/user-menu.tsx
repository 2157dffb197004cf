import LockOutlined from '@mui/icons-material/LockOutlined';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined';
import {
  Avatar,
  Box,
  Divider,
  IconButton,
  ListItemIcon,
  Menu,
  MenuItem,
  Tooltip,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { useSession } from '../providers/use-session';
import { PasswordChange } from '../sign-in/password-change';
import { TotpEnrolment } from '../sign-in/totp-enrolment';

const initials = (name: string) =>
  name
    .split(/[\s@.]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

export function UserMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [changingPassword, setChangingPassword] = useState(false);
  const [enrolling, setEnrolling] = useState(false);
  const session = useSession();
  const logout = useLogout();
  const translate = useTranslate();
  if (!session) return null;
  const { staff, role } = session;
  const name = staff.displayName || staff.email;
  return (
    <>
      <Tooltip title={name}>
        <IconButton
          size="small"
          aria-label={translate('shell.user_menu')}
          aria-haspopup="menu"
          data-testid="user-menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Avatar
            sx={{
              width: 28,
              height: 28,
              fontSize: '0.75rem',
              fontWeight: 600,
              backgroundColor: 'var(--accent-soft)',
              color: 'var(--accent)',
            }}
          >
            {initials(name)}
          </Avatar>
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box sx={{ padding: '6px 16px 10px', minWidth: 220 }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {staff.email}
          </Typography>
          <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
            {translate(`role.${role}`)}
          </Typography>
        </Box>
        <Divider sx={{ marginBottom: 1 }} />
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setEnrolling(true);
          }}
        >
          <ListItemIcon>
            <VpnKeyOutlined fontSize="small" />
          </ListItemIcon>
          {translate('totp.menu')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setChangingPassword(true);
          }}
        >
          <ListItemIcon>
            <LockOutlined fontSize="small" />
          </ListItemIcon>
          {translate('password.menu')}
        </MenuItem>
        <MenuItem onClick={() => logout()}>
          <ListItemIcon>
            <LogoutOutlined fontSize="small" />
          </ListItemIcon>
          {translate('ra.auth.logout')}
        </MenuItem>
      </Menu>
      {changingPassword && <PasswordChange due={false} onClose={() => setChangingPassword(false)} />}
      {enrolling && <TotpEnrolment onClose={() => setEnrolling(false)} />}
    </>
  );
}
