import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../../actions/action-dialog';
import { useAct } from '../../../actions/use-act';
import { Facts } from '../../../display/facts';
import { useFormat } from '../../../i18n/use-format';

interface DialogProps {
  dispute: StaffDisputeDetail;
  onClose: () => void;
}

/** Giving it up costs the money and the fee for good: both are named before, and why is asked. */
export function AcceptDialog({ dispute, onClose }: DialogProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { act, busy, problem } = useAct({ done: 'dispute.accept.done', onDone: onClose });
  const { currency } = dispute.money;
  return (
    <ActionDialog
      open
      title={translate('dispute.accept.title')}
      confirmLabel={translate('dispute.accept.button')}
      tone="warning"
      reason="required"
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) => act({ resource: 'disputes', id: dispute.id, action: 'accept' }, { reason })}
    >
      <Typography variant="body2" sx={{ marginBottom: 1.5 }}>
        {translate('dispute.accept.effect')}
      </Typography>
      <Facts
        items={[
          [translate('resources.disputes.fields.money'), format.money(dispute.money)],
          [translate('dispute.money.fee'), format.money({ amountMinor: dispute.feeMinor, currency })],
          [translate('resources.disputes.fields.accountId'), dispute.accountId],
        ]}
      />
    </ActionDialog>
  );
}
