import type { StaffRefund } from '@coinwarden/contracts';
import { REFUND_MACHINE, type RefundAction } from '@coinwarden/domain';
import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { Money } from '../../display/amounts';
import { Facts } from '../../display/facts';
import { ApproveDialog } from './approve-dialog';
import { useRefundWords } from './use-refund-words';

interface RefundActionDialogProps {
  action: RefundAction;
  refund: StaffRefund;
  onClose: () => void;
  onDone: () => void;
}

const TONES: Readonly<Record<RefundAction, 'primary' | 'error' | 'warning'>> = {
  approve: 'primary',
  reject: 'error',
  cancel: 'error',
  confirm_paid: 'primary',
  retry: 'primary',
};

/** The dialog of each action: its consequence, and what the server needs to know to do it. */
export function RefundActionDialog(props: RefundActionDialogProps) {
  return props.action === 'approve' ? <ApproveDialog {...props} /> : <PlainDialog {...props} />;
}

function PlainDialog({ action, refund, onClose, onDone }: RefundActionDialogProps) {
  const [reference, setReference] = useState('');
  const translate = useTranslate();
  const { reasonText } = useRefundWords();
  const { act, busy, problem, fields } = useAct({ done: `refund.action.${action}.done`, onDone });
  const label = (field: string) => translate(`resources.refunds.fields.${field}`);
  const paid = action === 'confirm_paid';
  const confirm = (reason: string) =>
    act(
      { resource: 'refunds', id: refund.id, action },
      { ...(reason !== '' && { reason }), ...(paid && { paymentReference: reference.trim() }) },
    );
  return (
    <ActionDialog
      open
      title={translate(`refund.action.${action}.title`)}
      confirmLabel={translate(`refund.action.${action}.button`)}
      tone={TONES[action]}
      reason={REFUND_MACHINE.transitions[action].reasonRequired ? 'required' : 'optional'}
      focusReason={!paid}
      ready={!paid || reference.trim() !== ''}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p style={{ marginTop: 0 }}>{translate(`refund.action.${action}.effect`)}</p>
      <Facts
        items={[
          [label('money'), <Money key="money" value={refund.money} />],
          [label('accountId'), refund.accountId],
          [label('reason'), reasonText(refund.reason)],
        ]}
      />
      {paid && (
        <TextField
          label={translate('refund.payment_reference')}
          helperText={fields['paymentReference'] ?? translate('refund.payment_reference_hint')}
          error={fields['paymentReference'] !== undefined}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
          fullWidth
          autoFocus
          required
          sx={{ marginTop: 2 }}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      )}
    </ActionDialog>
  );
}
