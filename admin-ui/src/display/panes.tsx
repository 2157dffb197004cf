import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Two columns of panes where the place they are given is wide enough, wherever on the page that is. */
export const Panes = ({ children }: { children: ReactNode }) => (
  <Box sx={{ containerType: 'inline-size' }}>
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: 'minmax(0, 1fr)',
        '@container (min-width: 720px)': { gridTemplateColumns: 'minmax(0, 1.45fr) minmax(0, 1fr)' },
        '@container (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1.8fr) minmax(0, 1fr)' },
      }}
    >
      {children}
    </Box>
  </Box>
);
