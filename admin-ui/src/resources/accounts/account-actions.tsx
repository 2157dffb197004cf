import type { AccountSummary } from '@coinwarden/contracts';
import { ACCOUNT_MACHINE, type AccountAction } from '@coinwarden/domain';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { AddEntry } from '../lists/add-entry';
import { NewRefundButton } from '../refunds/new-refund-button';
import { accountTabPath } from './page/account-tab-path';
import { ReportDialog } from './page/report-dialog';

const TONES: Record<AccountAction, 'primary' | 'error' | 'warning'> = {
  release: 'primary',
  restrict: 'warning',
  suspend: 'error',
  close: 'error',
};

const isEnforcement = (action: AccountSummary['allowedActions'][number]): action is AccountAction =>
  Object.hasOwn(ACCOUNT_MACHINE.transitions, action);

type Asked = AccountAction | 'report' | 'list_entry';

/** What the server lets this person do about this account now, each behind its consequence. */
export function AccountActions({ account }: { account: AccountSummary }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const translate = useTranslate();
  const may = (action: AccountSummary['allowedActions'][number]) => account.allowedActions.includes(action);
  const close = () => setAsked(null);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {may('refund') && <NewRefundButton accountId={account.id} />}
      {may('note') && (
        <Button variant="outlined" color="inherit" component={Link} to={accountTabPath(account.id, 'notes')}>
          {translate('account_page.note')}
        </Button>
      )}
      {may('report') && (
        <Button variant="outlined" color="inherit" onClick={() => setAsked('report')}>
          {translate('account_page.report.button')}
        </Button>
      )}
      {may('list_entry') && (
        <Button variant="outlined" color="inherit" onClick={() => setAsked('list_entry')}>
          {translate('account_page.list_entry')}
        </Button>
      )}
      {account.allowedActions.filter(isEnforcement).map((action) => (
        <Button key={action} variant="outlined" color={TONES[action]} onClick={() => setAsked(action)}>
          {translate(`account.action.${action}.button`)}
        </Button>
      ))}
      {asked === 'report' && <ReportDialog accountId={account.id} onClose={close} />}
      {asked === 'list_entry' && <AddEntry of={{ type: 'account', value: account.id }} onClose={close} />}
      {asked && isEnforcement(asked) && <EnforceDialog account={account} action={asked} onClose={close} />}
    </Box>
  );
}

interface EnforceDialogProps {
  account: AccountSummary;
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
