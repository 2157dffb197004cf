import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';

interface LoadOlderProps {
  hasOlder: boolean;
  loadingOlder: boolean;
  loadOlder: () => void;
}

/** The way further back in a list; nothing where there is nothing older. */
export function LoadOlder({ hasOlder, loadingOlder, loadOlder }: LoadOlderProps) {
  const translate = useTranslate();
  if (!hasOlder) return null;
  return (
    <Box sx={{ display: 'flex', justifyContent: 'center', padding: 1 }}>
      <Button onClick={loadOlder} loading={loadingOlder}>
        {translate('list.older')}
      </Button>
    </Box>
  );
}
