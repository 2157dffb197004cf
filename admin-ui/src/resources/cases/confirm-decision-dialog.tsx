import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { JudgementFacts } from './judgement-facts';
import { NewSince } from './new-since';
import { useActAsSeen } from './use-act-as-seen';
import type { CaseDialogProps } from './use-case-dialogs';

/** A second person lets happen exactly what the first decided. */
export function ConfirmDecisionDialog({ of, reread, onClose, onDone }: CaseDialogProps) {
  const translate = useTranslate();
  const { act, busy, problem, seen } = useActAsSeen({
    of,
    reread,
    done: 'case_action.confirm.done',
    onDone: () => onDone(),
  });
  const proposed = of.decisions.at(-1);
  return (
    <ActionDialog
      open
      width="sm"
      title={translate('case_action.confirm.title')}
      confirmLabel={translate('case_action.confirm.button')}
      reason="none"
      ready={proposed !== undefined}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => act('confirm', {})}
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {seen && <NewSince before={seen} now={of} />}
        <span>{translate('case_action.confirm.effect')}</span>
        {proposed && (
          <JudgementFacts
            of={of}
            judgement={{
              verdict: proposed.verdict,
              policy: proposed.policy.code,
              measures: proposed.measures,
            }}
          />
        )}
        {proposed?.note && <Box sx={{ whiteSpace: 'pre-wrap' }}>{proposed.note}</Box>}
      </Box>
    </ActionDialog>
  );
}
