import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface TileProps {
  label: string;
  value: string;
  action?: ReactNode;
  children: ReactNode;
}

/** One figure with its name, what puts it into proportion, and the way to what is behind it. */
export const Tile = ({ label, value, action, children }: TileProps) => (
  <Card component="section" aria-label={label} sx={{ padding: '14px 16px' }}>
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontSize: '0.8125rem' }}>
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {label}
      </Typography>
      {action}
    </Box>
    <Typography
      sx={{
        fontSize: { xs: '1.25rem', lg: '1.5rem' },
        fontWeight: 640,
        letterSpacing: '-0.02em',
        lineHeight: 1.35,
        whiteSpace: 'nowrap',
      }}
    >
      {value}
    </Typography>
    <Typography variant="caption" sx={{ color: 'var(--muted)', display: 'block' }}>
      {children}
    </Typography>
  </Card>
);
