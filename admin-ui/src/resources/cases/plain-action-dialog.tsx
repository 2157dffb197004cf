import { caseReasonRequired } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import type { CaseDialogProps } from './use-case-dialogs';

/** Actions that need nothing but, some of them, a reason. */
export function PlainActionDialog({ action, of, onClose, onDone }: CaseDialogProps) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: `case_action.${action}.done`, onDone: () => onDone() });
  return (
    <ActionDialog
      open
      title={translate(`case_action.${action}.title`)}
      confirmLabel={translate(`case_action.${action}.button`)}
      tone={action === 'send_back' ? 'error' : 'primary'}
      reason={caseReasonRequired(action) ? 'required' : 'none'}
      reasonLength={AT_LENGTH}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) => act({ resource: 'cases', id: of.id, action }, reason === '' ? {} : { reason })}
    >
      {translate(`case_action.${action}.effect`)}
    </ActionDialog>
  );
}
