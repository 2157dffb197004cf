import type { StaffContentScan } from '@coinwarden/contracts';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';

type Action = StaffContentScan['allowedActions'][number];

/** A person's word on a text, with its reason: it stands over the scan's. */
export function ReviewButtons({ scan }: { scan: StaffContentScan }) {
  const [asked, setAsked] = useState<Action | null>(null);
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 1, flexShrink: 0 }}>
      {scan.allowedActions.map((action) => (
        <Button
          key={action}
          variant="outlined"
          color={action === 'confirm' ? 'error' : 'primary'}
          onClick={() => setAsked(action)}
        >
          {translate(`content.${action}.button`)}
        </Button>
      ))}
      {asked && <ReviewDialog scan={scan} action={asked} onClose={() => setAsked(null)} />}
    </Box>
  );
}

interface ReviewDialogProps {
  scan: StaffContentScan;
  action: Action;
  onClose: () => void;
}

function ReviewDialog({ scan, action, onClose }: ReviewDialogProps) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: `content.${action}.done`, onDone: onClose });
  return (
    <ActionDialog
      open
      title={translate(`content.${action}.title`)}
      confirmLabel={translate(`content.${action}.button`)}
      tone={action === 'confirm' ? 'error' : 'primary'}
      reason="required"
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) => act({ resource: 'content-scans', id: scan.id, action }, { reason })}
    >
      {translate(`content.${action}.effect`)}
    </ActionDialog>
  );
}
