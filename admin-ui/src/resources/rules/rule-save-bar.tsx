import type { RuleContent, StaffRule } from '@coinwarden/contracts';
import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import type { SaveRule } from './use-save-rule';

interface RuleSaveBarProps {
  draft: RuleContent;
  rule: StaffRule | null;
  editable: boolean;
  save: SaveRule;
  onReload: () => void;
}

/** Saves, and says what stands in the way; or why there is nothing to save. */
export function RuleSaveBar({ draft, rule, editable, save, onReload }: RuleSaveBarProps) {
  const translate = useTranslate();
  if (!editable)
    return (
      <Alert severity="info" sx={{ marginTop: 2 }}>
        {translate('rule_editor.read_only')}
      </Alert>
    );
  return (
    <>
      {save.problem && (
        <Alert
          severity={save.conflict ? 'warning' : 'error'}
          sx={{ marginTop: 2 }}
          action={
            save.conflict && (
              <Button color="inherit" onClick={onReload}>
                {translate('rule_editor.reload')}
              </Button>
            )
          }
        >
          {save.problem}
        </Alert>
      )}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, marginTop: 2 }}>
        {rule?.allowedActions.includes('remove') && <RemoveRule rule={rule} />}
        <Button variant="contained" loading={save.busy} onClick={() => save.save(draft)}>
          {translate(rule ? 'rule_editor.save' : 'rule_editor.add')}
        </Button>
      </Box>
    </>
  );
}

function RemoveRule({ rule }: { rule: StaffRule }) {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  const navigate = useNavigate();
  const { act, busy, problem } = useAct({
    done: 'rule_editor.removed',
    onDone: () => navigate(`/rulesets/${rule.rulesetVersion}/show`),
  });
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        {translate('rule_editor.remove')}
      </Button>
      <ActionDialog
        open={open}
        title={translate('rule_editor.remove_title', { key: rule.key })}
        confirmLabel={translate('rule_editor.remove')}
        tone="error"
        reason="optional"
        busy={busy}
        problem={problem}
        onClose={() => setOpen(false)}
        onConfirm={(reason) =>
          act(
            { resource: 'rules', id: rule.id, action: 'remove' },
            { revision: rule.revision, ...(reason !== '' && { reason }) },
          )
        }
      >
        {rule.description}
      </ActionDialog>
    </>
  );
}
