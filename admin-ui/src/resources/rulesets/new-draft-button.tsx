import type { StaffRuleset } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { ActionDialog } from '../../actions/action-dialog';
import { useCreateRecord } from '../../actions/use-create-record';
import { useMay } from '../../providers/use-may';

/** A version never changes: whoever wants it otherwise makes a draft from it. */
export function NewDraftButton({ basedOn, primary = false }: { basedOn: number; primary?: boolean }) {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  const navigate = useNavigate();
  const { create, busy, problem } = useCreateRecord<StaffRuleset>('rulesets', {
    done: 'ruleset_page.drafted',
    onDone: (draft) => navigate(`/rulesets/${draft.id}/show`),
  });
  if (!useMay('rule.write')) return null;
  return (
    <>
      <Button
        variant={primary ? 'contained' : 'outlined'}
        {...(!primary && { color: 'inherit' as const })}
        onClick={() => setOpen(true)}
      >
        {translate(primary ? 'ruleset_page.new_draft' : 'ruleset_page.revise')}
      </Button>
      <ActionDialog
        open={open}
        title={translate('ruleset_page.new_draft_title', { version: basedOn })}
        confirmLabel={translate('ruleset_page.new_draft')}
        reason="required"
        busy={busy}
        problem={problem}
        onClose={() => setOpen(false)}
        onConfirm={(comment) => create({ basedOn, comment })}
      >
        {translate('ruleset_page.new_draft_effect')}
      </ActionDialog>
    </>
  );
}
