import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../../actions/action-dialog';
import { useAct } from '../../../actions/use-act';
import { Money } from '../../../display/amounts';
import { Facts } from '../../../display/facts';
import { CostComparison } from '../cost-comparison';

interface DialogProps {
  dispute: StaffDisputeDetail;
  onClose: () => void;
}

/** Refunds before it becomes a dispute, with what that costs beside what waiting would. */
export function RefundDialog({ dispute, onClose }: DialogProps) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: 'dispute.refund.done', onDone: onClose });
  const { moneyBack, comparison } = dispute;
  return (
    <ActionDialog
      open
      width="sm"
      title={translate('dispute.refund.title')}
      confirmLabel={translate('dispute.refund.button')}
      reason="none"
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => act({ resource: 'disputes', id: dispute.id, action: 'refund' }, {})}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>{translate('dispute.refund.effect')}</span>
        {moneyBack && (
          <Facts
            items={[
              [
                translate('dispute.refund.amount'),
                <Money
                  key="r"
                  value={{ amountMinor: moneyBack.refundableMinor, currency: moneyBack.currency }}
                />,
              ],
              [translate('resources.disputes.fields.accountId'), dispute.accountId],
            ]}
          />
        )}
        {comparison && <CostComparison comparison={comparison} />}
      </Box>
    </ActionDialog>
  );
}
