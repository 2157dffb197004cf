import type { StaffPromotion } from '@coinwarden/contracts';
import { PROMOTION_MACHINE, type PromotionAction } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useRedirect, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../../actions/action-dialog';
import { ConflictAlert } from '../../../actions/conflict-alert';
import { contentsOfRecord } from '../builder/promotion-draft';
import { PreviewOf } from '../forecast/preview-pane';
import { SimulationPanel } from '../forecast/simulation-panel';
import { PromotionFacts } from './promotion-facts';
import { useActOnPromotion } from './use-act-on-promotion';

const TONES: Partial<Record<PromotionAction, 'error' | 'warning'>> = {
  reject: 'error',
  end: 'error',
  discard: 'error',
  pause: 'warning',
};

interface PromotionActionDialogProps {
  action: PromotionAction;
  promotion: StaffPromotion;
  onClose: () => void;
}

/** The dialog of each action; whoever approves has all of it before them, what it would cost included. */
export function PromotionActionDialog({ action, promotion, onClose }: PromotionActionDialogProps) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const { seen, act, busy, conflict, problem, look } = useActOnPromotion({
    promotion,
    action,
    // What is discarded has no page any more.
    onDone: () => (action === 'discard' ? redirect('list', 'promotions') : onClose()),
  });
  const approves = action === 'approve';
  const words = (key: string) => translate(`promotion.action.${action}.${key}`, { name: seen.name });
  const effect = action === 'submit' && !seen.needsApproval ? 'effect_alone' : 'effect';
  return (
    <ActionDialog
      open
      width={approves ? 'md' : 'xs'}
      title={words('title')}
      confirmLabel={words('button')}
      tone={TONES[action] ?? 'primary'}
      reason={PROMOTION_MACHINE.transitions[action].reasonRequired ? 'required' : 'optional'}
      reasonLength={AT_LENGTH}
      focusReason={!approves}
      ready={!conflict}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={act}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <span>{words(effect)}</span>
        {conflict && (
          <ConflictAlert said={translate('promotion.meanwhile.unseen')} onLook={() => void look()} />
        )}
        {approves && <ToApprove promotion={seen} />}
      </Box>
    </ActionDialog>
  );
}

function ToApprove({ promotion }: { promotion: StaffPromotion }) {
  const contents = contentsOfRecord(promotion);
  return (
    <>
      <PromotionFacts promotion={promotion} />
      <PreviewOf contents={contents} promotionId={promotion.id} />
      <SimulationPanel contents={contents} promotionId={promotion.id} />
    </>
  );
}
