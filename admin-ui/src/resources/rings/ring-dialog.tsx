import type { StaffRing } from '@coinwarden/contracts';
import type { RingAction } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { Coins } from '../../display/amounts';
import { Facts } from '../../display/facts';

interface RingDialogProps {
  ring: StaffRing;
  action: RingAction;
  onClose: () => void;
}

const TONES = { confirm: 'error', dismiss: 'primary', reopen: 'primary' } as const;

/** A person's word on a ring, and why: it is kept as a label and changes what rules see. */
export function RingDialog({ ring, action, onClose }: RingDialogProps) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: `ring.action.${action}.done`, onDone: onClose });
  return (
    <ActionDialog
      open
      title={translate(`ring.action.${action}.title`)}
      confirmLabel={translate(`ring.action.${action}.button`)}
      tone={TONES[action]}
      reason="required"
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) => act({ resource: 'rings', id: ring.id, action }, { reason })}
    >
      <p style={{ marginTop: 0 }}>{translate(`ring.action.${action}.effect`)}</p>
      <Facts
        items={[
          [translate('resources.rings.fields.members'), ring.members],
          [translate('resources.rings.fields.coins'), <Coins key="coins" value={ring.coins} />],
          [translate('resources.rings.fields.score'), ring.score],
        ]}
      />
    </ActionDialog>
  );
}
