import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  hint?: string;
  action?: ReactNode;
  /** For tables that bring their own padding. */
  flush?: boolean;
  children: ReactNode;
}

/** One titled pane of a page. */
export const Section = ({ title, hint, action, flush = false, children }: SectionProps) => (
  <Card component="section" aria-label={title} sx={{ minWidth: 0, display: 'flex', flexDirection: 'column' }}>
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, padding: '12px 16px 4px', minHeight: 40 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h2" component="h2">
          {title}
        </Typography>
        {hint && (
          <Typography variant="caption" sx={{ color: 'var(--muted)', display: 'block' }}>
            {hint}
          </Typography>
        )}
      </Box>
      {action}
    </Box>
    <Box
      sx={{
        flex: 1,
        ...(flush ? { overflowX: 'auto', paddingBottom: 0.5 } : { padding: '4px 16px 16px' }),
      }}
    >
      {children}
    </Box>
  </Card>
);
