import { Box, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';

/** The shape of a page while it loads, so that nothing jumps when it arrives. */
export function PageLoading() {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('ra.page.loading')}>
      <Skeleton variant="rounded" height={72} sx={{ marginBottom: 2 }} />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '2fr 1fr' }, gap: 2 }}>
        <Skeleton variant="rounded" height={320} />
        <Skeleton variant="rounded" height={320} />
      </Box>
    </Box>
  );
}
