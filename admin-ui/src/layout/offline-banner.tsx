import { Alert } from '@mui/material';
import { useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';

const subscribe = (onChange: () => void) => {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
};

/** What is on screen may be stale and nothing can be decided: said once, at the top, for as long as it lasts. */
export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const translate = useTranslate();
  if (online) return null;
  return (
    <Alert severity="warning" role="status" sx={{ marginX: { xs: 2, md: 3 }, marginBottom: 2 }}>
      {translate('shell.offline')}
    </Alert>
  );
}
