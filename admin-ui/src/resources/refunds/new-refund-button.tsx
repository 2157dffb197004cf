import UndoOutlined from '@mui/icons-material/UndoOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../../providers/use-may';

interface NewRefundButtonProps {
  /** Where the wizard begins: at this customer's purchases, at this purchase, or at the search. */
  accountId?: string;
  purchaseId?: string;
}

export function NewRefundButton({ accountId, purchaseId }: NewRefundButtonProps) {
  const translate = useTranslate();
  if (!useMay('refund.create')) return null;
  const start = new URLSearchParams({ ...(accountId && { accountId }), ...(purchaseId && { purchaseId }) });
  const somewhere = accountId !== undefined || purchaseId !== undefined;
  return (
    <Button
      component={Link}
      to={`/refunds/new?${start}`}
      variant={somewhere ? 'outlined' : 'contained'}
      startIcon={<UndoOutlined />}
      sx={{ flexShrink: 0 }}
    >
      {translate(somewhere ? 'refund.start' : 'refund.new')}
    </Button>
  );
}
