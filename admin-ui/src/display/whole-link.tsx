import { Box } from '@mui/material';
import type { ReactNode } from 'react';

interface WholeLinkProps {
  minWidth: number;
  maxWidth: number;
  children: ReactNode;
}

/** A link in a table that is read, not recognised: it wraps instead of ending in dots. */
export const WholeLink = ({ minWidth, maxWidth, children }: WholeLinkProps) => (
  // Twice the class, to win over the table's own look of links whichever came first.
  <Box sx={{ minWidth, overflowWrap: 'anywhere', '&& a': { maxWidth, whiteSpace: 'normal' } }}>
    {children}
  </Box>
);
