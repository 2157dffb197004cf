import type { StaffRuleset } from '@coinwarden/contracts';
import { RULESET_MACHINE, type RulesetAction } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { MomentField } from '../../i18n/moment-field';
import { DiffView } from './diff-view';
import { useDiff, useLiveVersion } from './use-ruleset';

const TONES: Partial<Record<RulesetAction, 'error' | 'warning'>> = {
  reject: 'error',
  withdraw: 'error',
  roll_back: 'warning',
};
/** Actions that change what is live: the difference stands in the dialog. */
const RELEASES: readonly RulesetAction[] = ['approve', 'roll_back'];
const SCHEDULES: readonly RulesetAction[] = ['submit', 'approve'];

interface RulesetActionDialogProps {
  action: RulesetAction;
  ruleset: StaffRuleset;
  onClose: () => void;
  onDone: () => void;
}

/** The dialog of each action: its consequence, the time where there is one, and a reason where one is due. */
export function RulesetActionDialog({ action, ruleset, onClose, onDone }: RulesetActionDialogProps) {
  const [releaseAt, setReleaseAt] = useState(ruleset.releaseAt);
  const translate = useTranslate();
  const live = useLiveVersion();
  const { act, busy, problem, fields } = useAct({ done: `ruleset_page.action.${action}.done`, onDone });
  const releases = RELEASES.includes(action);
  const schedules = SCHEDULES.includes(action);
  const confirm = (reason: string) =>
    act(
      { resource: 'rulesets', id: ruleset.id, action },
      {
        ...(reason !== '' && { reason }),
        ...(schedules && { releaseAt }),
        ...(action === 'approve' && { replaces: live }),
      },
    );
  const values = { version: ruleset.version, live: live ?? '–' };
  return (
    <ActionDialog
      open
      width={releases ? 'sm' : 'xs'}
      title={translate(`ruleset_page.action.${action}.title`, values)}
      confirmLabel={translate(`ruleset_page.action.${action}.button`)}
      tone={TONES[action] ?? 'primary'}
      reason={RULESET_MACHINE.transitions[action].reasonRequired ? 'required' : 'optional'}
      ready={!releases || live !== null}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>{translate(`ruleset_page.action.${action}.effect`, values)}</span>
        {releases && live !== null && <Difference ruleset={ruleset} against={live} />}
        {schedules && (
          <MomentField
            label={translate('ruleset_page.schedule')}
            hint={translate('ruleset_page.schedule_hint')}
            value={releaseAt}
            error={fields['releaseAt']}
            onChange={setReleaseAt}
          />
        )}
      </Box>
    </ActionDialog>
  );
}

function Difference({ ruleset, against }: { ruleset: StaffRuleset; against: number }) {
  const { data } = useDiff(ruleset, against);
  return data ? <DiffView diff={data} /> : null;
}
