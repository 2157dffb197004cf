import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../providers/use-may';

/** To everything the payment provider has told about a purchase, for those who may read it. */
export function NoticesLink({ purchaseId }: { purchaseId: string }) {
  const translate = useTranslate();
  if (!useMay('notice.read')) return null;
  const filter = encodeURIComponent(JSON.stringify({ q: purchaseId }));
  return (
    <Button component={Link} to={`/notices?filter=${filter}`} sx={{ flexShrink: 0 }}>
      {translate('claims.notices')}
    </Button>
  );
}
