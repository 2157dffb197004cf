import type { CaseReviewer } from '@coinwarden/contracts';
import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import type { CaseDialogProps } from './use-case-dialogs';

const NOBODY = '';

/** Gives the case to somebody: it comes to them first, and to nobody else. */
export function AssignDialog({ of, onClose, onDone }: CaseDialogProps) {
  const translate = useTranslate();
  const [assignee, setAssignee] = useState(of.assignedTo?.id ?? NOBODY);
  const { data = [] } = useGetList<CaseReviewer>('case-reviewers', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'id', order: 'ASC' },
    filter: {},
  });
  const { act, busy, problem, fields } = useAct({ done: 'case_action.assign.done', onDone: () => onDone() });
  const assign = (reason: string) =>
    act(
      { resource: 'cases', id: of.id, action: 'assign' },
      { assigneeId: assignee === NOBODY ? null : assignee, ...(reason !== '' && { reason }) },
    );
  return (
    <ActionDialog
      open
      title={translate('case_action.assign.title')}
      confirmLabel={translate('case_action.assign.button')}
      reason="optional"
      reasonLength={AT_LENGTH}
      focusReason={false}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={assign}
    >
      <p style={{ marginTop: 0 }}>{translate('case_action.assign.effect')}</p>
      <TextField
        select
        fullWidth
        autoFocus
        label={translate('case.assignee')}
        value={data.some(({ id }) => id === assignee) ? assignee : NOBODY}
        onChange={(event) => setAssignee(event.target.value)}
        error={fields['assigneeId'] !== undefined}
        helperText={fields['assigneeId']}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value={NOBODY}>{translate('case.nobody')}</MenuItem>
        {data.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </ActionDialog>
  );
}
