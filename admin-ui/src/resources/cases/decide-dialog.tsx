import { Alert, Box, Checkbox, FormControlLabel } from '@mui/material';
import { useStore, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { requestOf } from './draft';
import { JudgementFacts } from './judgement-facts';
import { NewSince } from './new-since';
import { useActAsSeen } from './use-act-as-seen';
import type { CaseDialogProps } from './use-case-dialogs';

/**
 * Says the whole decision before it is taken. It is taken on the case as it stands in the dialog: when something joined
 * the case meanwhile nothing is done, the dialog shows what, and asks again.
 */
export function DecideDialog({ of, draft, reread, onClose, onDone }: CaseDialogProps) {
  const translate = useTranslate();
  const [goesOn, setGoesOn] = useStore('console.cases.decide_and_next', true);
  const { act, busy, problem, seen } = useActAsSeen({
    of,
    reread,
    done: of.needsSecondLook ? 'case_action.decide.done_or_proposed' : 'case_action.decide.done',
    onDone: () => onDone(goesOn ? 'next' : undefined),
  });
  const verdict = draft.verdict;
  return (
    <ActionDialog
      open
      width="sm"
      title={translate('case_action.decide.title')}
      confirmLabel={translate(goesOn ? 'case_action.decide.and_next' : 'case_action.decide.confirm')}
      tone={verdict === 'confirmed' ? 'error' : 'primary'}
      reason="optional"
      reasonLength={AT_LENGTH}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(note) => act('decide', { ...requestOf(draft), ...(note !== '' && { note }) })}
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {seen && <NewSince before={seen} now={of} />}
        {verdict && draft.policy && (
          <JudgementFacts of={of} judgement={{ verdict, policy: draft.policy, measures: draft.measures }} />
        )}
        {of.needsSecondLook && draft.measures.length > 0 && (
          <Alert severity="info">{translate('case.second_look_hint')}</Alert>
        )}
        <FormControlLabel
          control={<Checkbox size="small" checked={goesOn} onChange={(_, checked) => setGoesOn(checked)} />}
          label={translate('case.then_next')}
        />
      </Box>
    </ActionDialog>
  );
}
