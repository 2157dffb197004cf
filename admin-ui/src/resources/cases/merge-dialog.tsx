import { Box, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { useFormat } from '../../i18n/use-format';
import { useReasonText } from '../transactions/reason-list';
import { mergeable } from './case-buttons';
import type { CaseDialogProps } from './use-case-dialogs';
import { useQueueNames } from './use-queue-names';

/** Puts the alerts of this case into another open one of the account. */
export function MergeDialog({ of, onClose, onDone }: CaseDialogProps) {
  const translate = useTranslate();
  const format = useFormat();
  const reason = useReasonText();
  const { queueName } = useQueueNames();
  const others = mergeable(of);
  const [into, setInto] = useState(others[0]?.id ?? '');
  const { act, busy, problem, fields } = useAct({ done: 'case_action.merge.done', onDone: () => onDone() });
  return (
    <ActionDialog
      open
      title={translate('case_action.merge.title')}
      confirmLabel={translate('case_action.merge.button')}
      reason="none"
      ready={into !== ''}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => act({ resource: 'cases', id: of.id, action: 'merge' }, { into })}
    >
      <p style={{ marginTop: 0 }}>{translate('case_action.merge.effect')}</p>
      <TextField
        select
        fullWidth
        autoFocus
        label={translate('case.merge_into')}
        value={into}
        onChange={(event) => setInto(event.target.value)}
        error={fields['into'] !== undefined}
        helperText={fields['into']}
      >
        {others.map(({ id, headline, openedAt, queueId }) => (
          <MenuItem key={id} value={id}>
            {/* What was found may be long; where it is and since when always stays in sight. */}
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
                {headline ? reason(headline) : id}
              </Box>
              <Box sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
                {queueName(queueId)} · {format.shortTime(openedAt)}
              </Box>
            </Box>
          </MenuItem>
        ))}
      </TextField>
    </ActionDialog>
  );
}
