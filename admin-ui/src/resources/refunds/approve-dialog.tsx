import type { ClawbackPreview, StaffRefund } from '@coinwarden/contracts';
import { Box, Skeleton } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { Money } from '../../display/amounts';
import { ErrorState } from '../../display/error-state';
import { ClawbackView } from '../../money-back/clawback-view';
import { PreviewChanges } from '../../money-back/preview-changes';
import { useRefundPreview } from './use-refund-preview';

interface RefundDialogProps {
  refund: StaffRefund;
  onClose: () => void;
  onDone: () => void;
}

/**
 * Approves exactly what stands in it: the approval names the preview's hash. When things have moved meanwhile, nothing is
 * booked; the dialog shows what changed and asks again.
 */
export function ApproveDialog({ refund, onClose, onDone }: RefundDialogProps) {
  const translate = useTranslate();
  const [seen, setSeen] = useState<ClawbackPreview | null>(null);
  const preview = useRefundPreview(refund.id);
  const { act, busy, problem, refusal } = useAct({ done: 'refund.action.approve.done', onDone });
  const now = preview.data?.clawback;
  const approve = async (reason: string) => {
    if (!now) return;
    setSeen(now);
    const body = { previewHash: now.hash, ...(reason !== '' && { reason }) };
    await act({ resource: 'refunds', id: refund.id, action: 'approve' }, body);
    // Whatever was refused, it was refused for what is so now.
    void preview.refetch();
  };
  const changed = refusal?.code === 'refund.preview_changed' && seen && now && seen.hash !== now.hash;
  return (
    <ActionDialog
      open
      width="sm"
      title={translate('refund.action.approve.title')}
      confirmLabel={translate('refund.action.approve.button')}
      reason="optional"
      ready={now !== undefined && !preview.isFetching}
      busy={busy}
      problem={changed ? null : problem}
      onClose={onClose}
      onConfirm={approve}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>
          {translate('refund.action.approve.effect')} <strong>{<Money value={refund.money} />}</strong>
        </span>
        {changed && <PreviewChanges before={seen} now={now} />}
        {preview.error ? (
          <ErrorState error={preview.error} onRetry={preview.refetch} />
        ) : now ? (
          <ClawbackView clawback={now} />
        ) : (
          <Skeleton variant="rounded" height={140} />
        )}
      </Box>
    </ActionDialog>
  );
}
