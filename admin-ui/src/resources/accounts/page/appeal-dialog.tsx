import type { StaffCase } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../../actions/action-dialog';
import { useAct } from '../../../actions/use-act';

/** What the customer says against the decision, in their words. */
export function AppealDialog({ of, onClose }: { of: StaffCase; onClose: () => void }) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: 'case_action.appeal.done', onDone: onClose });
  return (
    <ActionDialog
      open
      title={translate('case_action.appeal.title')}
      confirmLabel={translate('case_action.appeal.button')}
      reason="required"
      reasonLabel={translate('account_page.appeal.label')}
      reasonHint={translate('account_page.appeal.hint')}
      reasonLength={AT_LENGTH}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) => act({ resource: 'cases', id: of.id, action: 'appeal' }, { reason })}
    >
      {translate('case_action.appeal.effect')}
    </ActionDialog>
  );
}
