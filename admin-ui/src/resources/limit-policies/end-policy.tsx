import type { StaffLimitPolicy } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { ConflictAlert } from '../../actions/conflict-alert';
import { useAct } from '../../actions/use-act';
import { isWhole, MomentChoice, NO_MOMENT } from '../../i18n/moment-choice';
import { useFormat } from '../../i18n/use-format';
import { useLimitText } from '../limits/limit-words';

/** Ends a version now or later; one that has not begun is taken back. */
export function EndPolicy({ policy, onClose }: { policy: StaffLimitPolicy; onClose: () => void }) {
  const [at, setAt] = useState(NO_MOMENT);
  const translate = useTranslate();
  const format = useFormat();
  const refresh = useRefresh();
  const { amountText, measureText, subjectText } = useLimitText();
  const { act, busy, problem, refusal, fields } = useAct({ done: 'limit_policy.end.done', onDone: onClose });
  const scheduled = policy.state === 'scheduled';
  const conflict = refusal?.code === 'record.conflict';
  const words = {
    limit: amountText(policy),
    of: subjectText(policy),
    what: measureText(policy),
    from: format.timeWithOffset(policy.effectiveFrom),
  };
  const kind = scheduled ? 'scheduled' : 'current';
  return (
    <ActionDialog
      open
      title={translate(`limit_policy.end.title_${kind}`, words)}
      confirmLabel={translate(`limit_policy.end.button_${kind}`)}
      tone="error"
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={isWhole(at) && !conflict}
      busy={busy}
      problem={conflict ? null : problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act(
          { resource: 'limit-policies', id: policy.id, action: 'end' },
          { follows: policy.revision, reason, ...(at.at !== null && { at: at.at }) },
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>{translate(`limit_policy.end.effect_${kind}`, words)}</span>
        {!scheduled && (
          <MomentChoice
            label={translate('limit_policy.ends')}
            kind="stop"
            value={at}
            error={fields['at']}
            onChange={setAt}
          />
        )}
        {conflict && (
          <ConflictAlert
            said={translate('limit_policy.end.conflict')}
            onLook={() => {
              refresh();
              onClose();
            }}
          />
        )}
      </Box>
    </ActionDialog>
  );
}
