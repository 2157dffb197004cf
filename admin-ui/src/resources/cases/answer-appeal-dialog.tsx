import type { UndoneEffectView } from '@coinwarden/contracts';
import { Alert, Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { ErrorState } from '../../display/error-state';
import { readJson } from '../../providers/http';
import { NewSince } from './new-since';
import { UndoneList } from './undone-list';
import { useActAsSeen } from './use-act-as-seen';
import type { CaseDialogProps } from './use-case-dialogs';

/** Grants an appeal, with what that undoes and what it cannot undo said beforehand; or denies it. */
export function AnswerAppealDialog({ action, of, reread, onClose, onDone }: CaseDialogProps) {
  const translate = useTranslate();
  const grants = action === 'grant';
  const { data, error, refetch } = useQuery({
    queryKey: ['case-appeal-preview', of.id, of.revision],
    queryFn: ({ signal }) => readJson<UndoneEffectView[]>(`cases/${of.id}/appeal-preview`, signal),
    enabled: grants,
    gcTime: 0,
  });
  const { act, busy, problem, seen } = useActAsSeen({
    of,
    reread,
    done: `case_action.${action}.done`,
    onDone: () => onDone(),
  });
  return (
    <ActionDialog
      open
      width="sm"
      title={translate(`case_action.${action}.title`)}
      confirmLabel={translate(`case_action.${action}.button`)}
      tone={grants ? 'primary' : 'error'}
      reason="required"
      reasonLabel={translate('case.answer')}
      reasonHint={translate('case.answer_hint')}
      reasonLength={AT_LENGTH}
      ready={!grants || data !== undefined}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) => act(action, { reason })}
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {seen && <NewSince before={seen} now={of} />}
        {of.appeal && (
          <Alert
            severity="info"
            icon={false}
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 160, overflowY: 'auto' }}
          >
            {of.appeal.statement}
          </Alert>
        )}
        <span>{translate(`case_action.${action}.effect`)}</span>
        {grants && (
          <section aria-label={translate('case.undoing')} aria-busy={data === undefined}>
            <Typography variant="subtitle2" component="h3" sx={{ marginBottom: 0.75 }}>
              {translate('case.undoing')}
            </Typography>
            {data ? (
              <UndoneList ahead effects={data} transactions={of.transactions} />
            ) : error ? (
              <ErrorState error={error} onRetry={() => void refetch()} />
            ) : (
              <Skeleton variant="rounded" height={64} />
            )}
          </section>
        )}
      </Box>
    </ActionDialog>
  );
}
