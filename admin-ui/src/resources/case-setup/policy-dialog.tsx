import type { StaffCasePolicy } from '@coinwarden/contracts';
import { Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useWrite } from '../../actions/use-write';
import { sendJson } from '../../providers/http';
import { VerdictTag } from '../cases/case-words';
import { PolicyText } from '../cases/policy-text';
import { useCaseNames } from '../cases/use-case-names';
import { codeFrom, KindsField, SwitchField, VerdictsField } from './fields';
import { OnCase } from './on-case';

type PolicyDraft = Pick<StaffCasePolicy, 'title' | 'guidance' | 'kinds' | 'verdicts' | 'retired'>;

const NEW: PolicyDraft = { title: '', guidance: '', kinds: [], verdicts: ['confirmed'], retired: false };

const draftOf = ({ title, guidance, kinds, verdicts, retired }: StaffCasePolicy): PolicyDraft => ({
  title,
  guidance,
  kinds,
  verdicts,
  retired,
});

/** The next version of a policy text, beside how it will read on a case. */
export function PolicyDialog({ policy, onClose }: { policy: StaffCasePolicy | null; onClose: () => void }) {
  const translate = useTranslate();
  const { policyTitle } = useCaseNames();
  const [draft, setDraft] = useState<PolicyDraft>(policy ? draftOf(policy) : NEW);
  const code = policy?.code ?? codeFrom(draft.title, '_');
  const { write, busy, problem, fields } = useWrite<unknown>({ done: 'case_setup.saved', onDone: onClose });
  const set = (changes: Partial<PolicyDraft>) => setDraft({ ...draft, ...changes });
  const label = (field: string) => translate(`case_setup.policy.${field}`);
  const save = () =>
    write(() => sendJson('POST', 'case-policies', { ...draft, code, basedOn: policy?.version ?? 0 }));
  return (
    <ActionDialog
      open
      width="md"
      title={translate(policy ? 'case_setup.edit_policy' : 'case_setup.add_policy')}
      confirmLabel={translate('ra.action.save')}
      reason="none"
      ready={
        draft.title.trim() !== '' && draft.guidance.trim() !== '' && code !== '' && draft.verdicts.length > 0
      }
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1.4fr 1fr' }, paddingTop: 1 }}>
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          <TextField
            label={label('title')}
            value={draft.title}
            onChange={({ target }) => set({ title: target.value })}
            error={fields['title'] !== undefined}
            helperText={fields['title'] ?? (code && translate('case_setup.called', { id: code }))}
            autoFocus
            required
          />
          <TextField
            label={label('guidance')}
            value={draft.guidance}
            onChange={({ target }) => set({ guidance: target.value })}
            error={fields['guidance'] !== undefined}
            helperText={fields['guidance'] ?? label('guidance_hint')}
            multiline
            minRows={7}
            maxRows={16}
            required
            slotProps={{ htmlInput: { maxLength: AT_LENGTH } }}
          />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            <KindsField value={draft.kinds} onChange={(kinds) => set({ kinds })} />
            <VerdictsField
              value={draft.verdicts}
              error={fields['verdicts']}
              onChange={(verdicts) => set({ verdicts })}
            />
          </Box>
          {policy && (
            <SwitchField
              label={label('retired')}
              value={draft.retired}
              onChange={(retired) => set({ retired })}
            />
          )}
        </Box>
        <OnCase>
          <strong>{draft.title === '' ? '–' : policyTitle(code, draft.title)}</strong>{' '}
          {draft.verdicts.map((verdict) => (
            <VerdictTag key={verdict} value={verdict} />
          ))}
          <PolicyText policy={{ code, guidance: draft.guidance }} />
        </OnCase>
      </Box>
    </ActionDialog>
  );
}
