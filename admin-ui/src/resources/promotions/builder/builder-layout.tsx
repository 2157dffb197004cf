import { Box } from '@mui/material';
import type { FormEvent, ReactNode } from 'react';

interface BuilderLayoutProps {
  onSubmit: (event: FormEvent) => void;
  form: ReactNode;
  beside: ReactNode;
}

const TOP = 56;

/** A form, and beside it what it comes to: it stays in view while the form scrolls, and scrolls by itself. */
export const BuilderLayout = ({ onSubmit, form, beside }: BuilderLayoutProps) => (
  <Box sx={{ containerType: 'inline-size' }}>
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: 'minmax(0, 1fr)',
        '@container (min-width: 760px)': { gridTemplateColumns: 'minmax(0, 1.1fr) minmax(0, 1fr)' },
      }}
    >
      <Box component="form" onSubmit={onSubmit} noValidate sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {form}
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          minWidth: 0,
          gridTemplateColumns: 'minmax(0, 1fr)',
          '@container (min-width: 760px)': {
            position: 'sticky',
            top: TOP,
            maxHeight: `calc(100vh - ${TOP + 16}px)`,
            overflowY: 'auto',
          },
        }}
      >
        {beside}
      </Box>
    </Box>
  </Box>
);
