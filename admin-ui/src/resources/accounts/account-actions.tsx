import type { StaffAccountDetail } from '@coinwarden/contracts';
import { ACCOUNT_MACHINE, type AccountAction } from '@coinwarden/domain';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';

const TONES: Record<AccountAction, 'primary' | 'error' | 'warning'> = {
  release: 'primary',
  restrict: 'warning',
  suspend: 'error',
  close: 'error',
};

/** The enforcement the server allows this person on this account now, each behind its consequence and a reason. */
export function AccountActions({ account }: { account: StaffAccountDetail }) {
  const [asked, setAsked] = useState<AccountAction | null>(null);
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {account.allowedActions.map((action) => (
        <Button key={action} variant="outlined" color={TONES[action]} onClick={() => setAsked(action)}>
          {translate(`account.action.${action}.button`)}
        </Button>
      ))}
      {asked && <EnforceDialog account={account} action={asked} onClose={() => setAsked(null)} />}
    </Box>
  );
}

interface EnforceDialogProps {
  account: StaffAccountDetail;
  action: AccountAction;
  onClose: () => void;
}

function EnforceDialog({ account, action, onClose }: EnforceDialogProps) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: `account.action.${action}.done`, onDone: onClose });
  return (
    <ActionDialog
      open
      title={translate(`account.action.${action}.title`, { account: account.displayName ?? account.id })}
      confirmLabel={translate(`account.action.${action}.button`)}
      tone={TONES[action]}
      reason={ACCOUNT_MACHINE.transitions[action].reasonRequired ? 'required' : 'optional'}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act({ resource: 'accounts', id: account.id, action }, reason === '' ? {} : { reason })
      }
    >
      {translate(`account.action.${action}.effect`)}
    </ActionDialog>
  );
}
