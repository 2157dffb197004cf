import type { StaffCaseDetail } from '@coinwarden/contracts';
import type { CaseAction } from '@coinwarden/domain';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { sendJson } from '../../providers/http';
import { AnswerAppealDialog } from './answer-appeal-dialog';
import { AssignDialog } from './assign-dialog';
import { ConfirmDecisionDialog } from './confirm-decision-dialog';
import { DecideDialog } from './decide-dialog';
import { complete, type Draft } from './draft';
import { MergeDialog } from './merge-dialog';
import { PlainActionDialog } from './plain-action-dialog';
import { SnoozeDialog } from './snooze-dialog';

export interface CaseDialogProps {
  action: CaseAction;
  of: StaffCaseDetail;
  draft: Draft;
  reread: () => void;
  onClose: () => void;
  /** `next`: straight on to the next case of the queue. */
  onDone: (then?: 'next') => void;
}

const DIALOGS: Partial<Record<CaseAction, ComponentType<CaseDialogProps>>> = {
  decide: DecideDialog,
  confirm: ConfirmDecisionDialog,
  snooze: SnoozeDialog,
  merge: MergeDialog,
  assign: AssignDialog,
  grant: AnswerAppealDialog,
  deny: AnswerAppealDialog,
};

interface CaseDialogsOptions extends Pick<CaseDialogProps, 'of' | 'draft' | 'reread'> {
  onNext: () => void;
}

/** Opens the dialog of an action this person may take now; to take a case binds nobody and needs none. */
export function useCaseDialogs({ of, draft, reread, onNext }: CaseDialogsOptions) {
  const [asked, setAsked] = useState<CaseAction | null>(null);
  const notify = useNotify();
  const refresh = useRefresh();
  const claim = async () => {
    try {
      await sendJson('POST', `cases/${of.id}/actions/claim`, {});
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
    refresh();
  };
  const ask = (action: CaseAction) => {
    if (!of.allowedActions.includes(action)) return;
    if (action === 'claim') void claim();
    else if (action !== 'decide' || complete(draft)) setAsked(action);
  };
  const Shown = asked === null ? null : (DIALOGS[asked] ?? PlainActionDialog);
  const dialogs: ReactNode = Shown && asked && (
    <Shown
      action={asked}
      of={of}
      draft={draft}
      reread={reread}
      onClose={() => setAsked(null)}
      onDone={(then) => {
        setAsked(null);
        if (then === 'next') onNext();
      }}
    />
  );
  return { ask, dialogs };
}
