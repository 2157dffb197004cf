import UndoOutlined from '@mui/icons-material/UndoOutlined';
import { Button, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/use-may';
import { NewRefundButton } from './new-refund-button';
import { useRequestPreview } from './use-refund-preview';

/** Begins a refund of this purchase; where that cannot be, it says why. */
export function RefundPurchaseButton({ purchaseId }: { purchaseId: string }) {
  const translate = useTranslate();
  const may = useMay('refund.create');
  const { data, error } = useRequestPreview(may ? { purchaseId } : null, false);
  if (!may || error) return null;
  if (!data?.refusal) return <NewRefundButton purchaseId={purchaseId} />;
  return (
    <Tooltip title={data.refusal.message}>
      <span>
        <Button variant="outlined" startIcon={<UndoOutlined />} disabled>
          {translate('refund.start')}
        </Button>
      </span>
    </Tooltip>
  );
}
