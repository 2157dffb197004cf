import type { StaffCase, StaffCaseMacro, StaffCasePolicy } from '@coinwarden/contracts';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { AT_LENGTH } from '../../../actions/action-dialog';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { DecisionForm } from '../decision-form';
import { complete, EMPTY_DRAFT } from '../draft';
import { BulkCases } from './bulk-cases';
import { useBulkDecision } from './use-bulk-decision';

const ALL = {
  pagination: { page: 1, perPage: 200 },
  sort: { field: 'id', order: 'ASC' },
  filter: {},
} as const;

interface BulkDecideDialogProps {
  ids: readonly string[];
  /** `answered`: at least one case was. */
  onClose: (answered: boolean) => void;
}

/**
 * One decision for many cases. Each is decided for itself, on the state it is shown in: what somebody else took, decided or
 * what was joined by an alert meanwhile is left alone, and says so.
 */
export function BulkDecideDialog({ ids, onClose }: BulkDecideDialogProps) {
  const translate = useTranslate();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [note, setNote] = useState('');
  const { decide, busy, problem, results } = useBulkDecision();
  const cases = useGetList<StaffCase>('cases', { ...ALL, filter: { id: ids } });
  const macros = useGetList<StaffCaseMacro>('case-macros', ALL);
  const policies = useGetList<StaffCasePolicy>('case-policies', ALL);
  // As they were on screen when it was confirmed: that is what is decided, also when it has to be sent again.
  const [sent, setSent] = useState<readonly StaffCase[] | null>(null);
  const error = cases.error ?? macros.error ?? policies.error;
  const list = sent ?? cases.data ?? [];
  const open = list.filter(({ id, allowedActions }) => allowedActions.includes('decide') && !results.has(id));
  const answered = results.size > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete(draft) || open.length === 0 || busy) return;
    setSent(list);
    void decide(open, draft, note.trim());
  };
  return (
    <Dialog
      open
      onClose={busy ? undefined : () => onClose(answered)}
      maxWidth="md"
      fullWidth
      aria-labelledby="bulk-title"
    >
      <form onSubmit={submit} style={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <DialogTitle id="bulk-title">
          {translate(answered ? 'case_bulk.answered' : 'case_bulk.title', { smart_count: ids.length })}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {error && <ErrorState error={error} onRetry={() => void cases.refetch()} />}
          {!error && !cases.data && <PageLoading />}
          {!answered && (
            <>
              <Box sx={{ fontSize: '0.8125rem' }}>{translate('case_bulk.effect')}</Box>
              <DecisionForm
                macros={(macros.data ?? []).filter(({ retired }) => !retired)}
                policies={(policies.data ?? []).filter(({ retired }) => !retired)}
                draft={draft}
                onChange={setDraft}
              />
              <TextField
                label={translate('action.reason_optional')}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                multiline
                minRows={2}
                maxRows={8}
                fullWidth
                slotProps={{ htmlInput: { maxLength: AT_LENGTH } }}
              />
            </>
          )}
          <BulkCases cases={list} results={results} />
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => onClose(answered)} disabled={busy}>
            {translate(answered ? 'ra.action.close' : 'ra.action.cancel')}
          </Button>
          {(!answered || problem !== null) && (
            <Button
              type="submit"
              variant="contained"
              color={draft.verdict === 'confirmed' ? 'error' : 'primary'}
              loading={busy}
              disabled={!complete(draft) || open.length === 0}
            >
              {translate(problem === null ? 'case_bulk.confirm' : 'case_bulk.again', {
                smart_count: open.length,
              })}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
