import type { SvgIconComponent } from '@mui/icons-material';
import { Box, Tooltip } from '@mui/material';
import { NavLink } from 'react-router';

interface NavigationLinkProps {
  to: string;
  label: string;
  icon: SvgIconComponent;
  open: boolean;
  end?: boolean;
}

export function NavigationLink({ to, label, icon: Icon, open, end = false }: NavigationLinkProps) {
  const link = (
    <Box
      component={NavLink}
      to={to}
      end={end}
      aria-label={open ? undefined : label}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: '10px',
        height: 34,
        paddingX: open ? '12px' : 0,
        justifyContent: open ? 'flex-start' : 'center',
        borderRadius: '6px',
        color: 'var(--muted)',
        fontSize: '0.8125rem',
        fontWeight: 500,
        textDecoration: 'none',
        whiteSpace: 'nowrap',
        '&:hover': { backgroundColor: 'var(--neutral-soft)', color: 'var(--text)' },
        '&.active': { backgroundColor: 'var(--accent-soft)', color: 'var(--accent)', fontWeight: 600 },
        '&:focus-visible': { outlineOffset: -2 },
      }}
    >
      <Icon sx={{ fontSize: 19 }} />
      {open && label}
    </Box>
  );
  return open ? (
    link
  ) : (
    <Tooltip title={label} placement="right">
      {link}
    </Tooltip>
  );
}
