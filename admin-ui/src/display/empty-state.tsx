import type { SvgIconComponent } from '@mui/icons-material';
import InboxOutlined from '@mui/icons-material/InboxOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  hint?: string;
  icon?: SvgIconComponent;
  action?: ReactNode;
}

/** Nothing to show, why that is, and what to do about it. */
export const EmptyState = ({ title, hint, icon: Icon = InboxOutlined, action }: EmptyStateProps) => (
  <Box
    sx={{
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      textAlign: 'center',
      padding: '40px 24px',
    }}
  >
    <Box
      sx={{
        display: 'grid',
        placeItems: 'center',
        width: 44,
        height: 44,
        borderRadius: '50%',
        backgroundColor: 'var(--neutral-soft)',
        color: 'var(--muted)',
        marginBottom: 1.5,
      }}
    >
      <Icon fontSize="small" />
    </Box>
    <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
    {hint && (
      <Typography
        variant="body2"
        sx={{ color: 'var(--muted)', maxWidth: 420, marginTop: 0.5, textWrap: 'balance' }}
      >
        {hint}
      </Typography>
    )}
    {action && <Box sx={{ marginTop: 2 }}>{action}</Box>}
  </Box>
);
