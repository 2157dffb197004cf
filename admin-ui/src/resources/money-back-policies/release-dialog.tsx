import type { StaffMoneyBackPolicy } from '@coinwarden/contracts';
import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import type { Refusal } from '../../providers/http';
import { ChangesView } from './changes-view';

interface ReleaseDialogProps {
  live: StaffMoneyBackPolicy;
  draft: unknown;
  busy: boolean;
  problem: string | null;
  refusal: Refusal | null;
  onRelease: (comment: string) => void;
  onReload: () => void;
  onClose: () => void;
}

/** The difference to what is in force, and why; releasing binds everything decided from then on. */
export function ReleaseDialog(props: ReleaseDialogProps) {
  const { live, draft, busy, problem, refusal, onRelease, onReload, onClose } = props;
  const translate = useTranslate();
  const conflict = refusal?.code === 'policy.conflict';
  return (
    <ActionDialog
      open
      width="sm"
      title={translate('policy.release.title', { version: live.version + 1 })}
      confirmLabel={translate('policy.release.button')}
      reason="required"
      ready={!conflict}
      busy={busy}
      problem={conflict ? null : problem}
      onConfirm={onRelease}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>{translate('policy.release.effect')}</span>
        <ChangesView kind={live.kind} before={live.policy} after={draft} />
        {conflict && (
          <Alert
            severity="warning"
            action={
              <Button color="inherit" onClick={onReload}>
                {translate('policy.release.reload')}
              </Button>
            }
          >
            {problem}
          </Alert>
        )}
      </Box>
    </ActionDialog>
  );
}
