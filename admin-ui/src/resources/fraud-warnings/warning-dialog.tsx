import type { StaffFraudWarning } from '@coinwarden/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { CostComparison } from '../disputes/cost-comparison';

interface WarningDialogProps {
  warning: StaffFraudWarning;
  action: 'refund' | 'keep';
  onClose: () => void;
}

/** Refunding or waiting, with the numbers of both. */
export function WarningDialog({ warning, action, onClose }: WarningDialogProps) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: `warning.${action}.done`, onDone: onClose });
  return (
    <ActionDialog
      open
      width="sm"
      title={translate(`warning.${action}.title`)}
      confirmLabel={translate(`warning.${action}.button`)}
      reason="none"
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => act({ resource: 'fraud-warnings', id: warning.id, action }, {})}
    >
      <Typography variant="body2" sx={{ marginBottom: 2 }}>
        {translate(`warning.${action}.effect`)}
      </Typography>
      {warning.comparison && <CostComparison comparison={warning.comparison} />}
    </ActionDialog>
  );
}
