import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** Beside a form: what its record will say on a case. */
export function OnCase({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const title = translate('case_setup.preview.on_case');
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{ backgroundColor: 'var(--canvas)', borderRadius: 2, padding: 2, alignSelf: 'start' }}
    >
      <Typography component="h3" sx={{ fontSize: '0.8125rem', fontWeight: 600, marginBottom: 1 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
