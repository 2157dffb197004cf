import { Box, type SxProps } from '@mui/material';
import type { ReactNode } from 'react';

interface TwoLinesProps {
  /** Nothing is drawn for nothing. */
  below: ReactNode;
  children: ReactNode;
  sx?: SxProps;
}

/** A value, and below it in small what belongs to it: a table has room for both in one column. */
export const TwoLines = ({ below, children, sx = {} }: TwoLinesProps) => (
  <Box sx={[{ lineHeight: 1.35 }, ...(Array.isArray(sx) ? sx : [sx])]}>
    {children}
    {below !== null && below !== undefined && below !== '' && below !== false && (
      <Box sx={{ fontSize: '0.75rem', color: 'var(--muted)' }}>{below}</Box>
    )}
  </Box>
);
