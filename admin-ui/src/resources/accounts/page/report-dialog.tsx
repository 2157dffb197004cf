import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../../actions/action-dialog';
import { useAct } from '../../../actions/use-act';

/** What somebody noticed goes before reviewers, in a case of the account. */
export function ReportDialog({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: 'account_page.report.done', onDone: onClose });
  return (
    <ActionDialog
      open
      title={translate('account_page.report.title')}
      confirmLabel={translate('account_page.report.button')}
      reason="required"
      reasonLabel={translate('account_page.report.label')}
      reasonHint={translate('account_page.report.hint')}
      reasonLength={AT_LENGTH}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) => act({ resource: 'accounts', id: accountId, action: 'report' }, { reason })}
    >
      {translate('account_page.report.effect')}
    </ActionDialog>
  );
}
