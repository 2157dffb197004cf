import type { StaffRefundBulk } from '@coinwarden/contracts';
import { REFUND_BULK_MACHINE, type RefundBulkAction } from '@coinwarden/domain';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { Facts } from '../../display/facts';
import { useFormat } from '../../i18n/use-format';
import { useSession } from '../../providers/use-session';
import { Sums } from './bulk-words';

const TONES = { approve: 'primary', reject: 'error', cancel: 'error' } as const;
const ORDER: readonly RefundBulkAction[] = ['cancel', 'reject', 'approve'];

/** What the server lets this person do with the bulk now. */
export function BulkActions({ bulk }: { bulk: StaffRefundBulk }) {
  const [asked, setAsked] = useState<RefundBulkAction | null>(null);
  const translate = useTranslate();
  const session = useSession();
  const own = session?.staff.id === bulk.requestedBy.id && bulk.status === 'pending_approval';
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      {own && (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('refund.own')}
        </Typography>
      )}
      {ORDER.filter((action) => bulk.allowedActions.includes(action)).map((action) => (
        <Button
          key={action}
          variant={action === 'approve' ? 'contained' : 'outlined'}
          color={TONES[action]}
          onClick={() => setAsked(action)}
        >
          {translate(`refund_bulk.action.${action}.button`)}
        </Button>
      ))}
      {asked && <BulkDialog action={asked} bulk={bulk} onClose={() => setAsked(null)} />}
    </Box>
  );
}

interface BulkDialogProps {
  action: RefundBulkAction;
  bulk: StaffRefundBulk;
  onClose: () => void;
}

function BulkDialog({ action, bulk, onClose }: BulkDialogProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { act, busy, problem } = useAct({ done: `refund_bulk.action.${action}.done`, onDone: onClose });
  const confirm = (reason: string) =>
    act(
      { resource: 'refund-bulks', id: bulk.id, action },
      { ...(reason !== '' && { reason }), ...(action === 'approve' && { previewHash: bulk.previewHash }) },
    );
  return (
    <ActionDialog
      open
      title={translate(`refund_bulk.action.${action}.title`)}
      confirmLabel={translate(`refund_bulk.action.${action}.button`)}
      tone={TONES[action]}
      reason={REFUND_BULK_MACHINE.transitions[action].reasonRequired ? 'required' : 'optional'}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p style={{ marginTop: 0 }}>{translate(`refund_bulk.action.${action}.effect`)}</p>
      <Facts
        items={[
          [translate('refund_bulk.preview.money'), <Sums key="money" money={bulk.money} />],
          [translate('refund_bulk.purchases'), format.number(bulk.progress.total)],
          [translate('refund_bulk.part.waiting'), format.number(bulk.progress.waiting)],
        ]}
      />
    </ActionDialog>
  );
}
