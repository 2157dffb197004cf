import type { StaffCaseMacro, StaffCasePolicy } from '@coinwarden/contracts';
import { CASE_VERDICTS, type CaseVerdict } from '@coinwarden/domain';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useWrite } from '../../actions/use-write';
import { sendJson } from '../../providers/http';
import { VerdictTag } from '../cases/case-words';
import { MeasuresDialog } from '../cases/measures-dialog';
import { useCaseNames } from '../cases/use-case-names';
import { codeFrom, KindsField, SwitchField } from './fields';
import { MacroText } from './macro-text';
import { OnCase } from './on-case';
import { useAll } from './use-all';

type MacroDraft = Pick<
  StaffCaseMacro,
  'name' | 'description' | 'kinds' | 'verdict' | 'policy' | 'measures' | 'retired'
>;

const NEW: MacroDraft = {
  name: '',
  description: '',
  kinds: [],
  verdict: 'confirmed',
  policy: '',
  measures: [],
  retired: false,
};

const draftOf = ({ name, description, kinds, verdict, policy, measures, retired }: StaffCaseMacro) => ({
  name,
  description,
  kinds,
  verdict,
  policy,
  measures,
  retired,
});

/** The next version of a macro, beside what it will say on a case. */
export function MacroDialog({ macro, onClose }: { macro: StaffCaseMacro | null; onClose: () => void }) {
  const translate = useTranslate();
  const { macroName, policyTitle } = useCaseNames();
  const { data: policies = [] } = useAll<StaffCasePolicy>('case-policies');
  const [draft, setDraft] = useState<MacroDraft>(macro ? draftOf(macro) : NEW);
  const [measuring, setMeasuring] = useState(false);
  const id = macro?.id ?? codeFrom(draft.name, '-');
  const { write, busy, problem, fields } = useWrite<unknown>({ done: 'case_setup.saved', onDone: onClose });
  const set = (changes: Partial<MacroDraft>) => setDraft({ ...draft, ...changes });
  const label = (field: string) => translate(`case_setup.macro.${field}`);
  const fitting = policies.filter(({ retired, verdicts }) => !retired && verdicts.includes(draft.verdict));
  const policy = fitting.some(({ code }) => code === draft.policy) ? draft.policy : '';
  const save = () =>
    write(() => sendJson('POST', 'case-macros', { ...draft, id, basedOn: macro?.version ?? 0 }));
  return (
    <>
      <ActionDialog
        open
        width="md"
        title={translate(macro ? 'case_setup.edit_macro' : 'case_setup.add_macro')}
        confirmLabel={translate('ra.action.save')}
        reason="none"
        ready={draft.name.trim() !== '' && id !== '' && policy !== ''}
        busy={busy}
        problem={problem}
        onClose={onClose}
        onConfirm={() => void save()}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1.4fr 1fr' }, paddingTop: 1 }}>
          <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
            <TextField
              label={label('name')}
              value={draft.name}
              onChange={({ target }) => set({ name: target.value })}
              error={fields['name'] !== undefined}
              helperText={fields['name'] ?? (id && translate('case_setup.called', { id }))}
              autoFocus
              required
            />
            <TextField
              label={label('description')}
              value={draft.description}
              onChange={({ target }) => set({ description: target.value })}
              error={fields['description'] !== undefined}
              helperText={fields['description']}
              multiline
              minRows={2}
            />
            <KindsField value={draft.kinds} onChange={(kinds) => set({ kinds })} />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1.4fr' } }}>
              <TextField
                select
                label={translate('case.verdict')}
                value={draft.verdict}
                onChange={({ target }) => set({ verdict: target.value as CaseVerdict })}
                error={fields['verdict'] !== undefined}
                helperText={fields['verdict']}
              >
                {CASE_VERDICTS.map((one) => (
                  <MenuItem key={one} value={one}>
                    {translate(`case_verdict.${one}`)}
                  </MenuItem>
                ))}
              </TextField>
              <TextField
                select
                required
                label={translate('case.policy')}
                value={policy}
                onChange={({ target }) => set({ policy: target.value })}
                error={fields['policy'] !== undefined}
                helperText={fields['policy']}
              >
                {fitting.map(({ code, title }) => (
                  <MenuItem key={code} value={code}>
                    {policyTitle(code, title)}
                  </MenuItem>
                ))}
              </TextField>
            </Box>
            <Box>
              <Button variant="outlined" color="inherit" onClick={() => setMeasuring(true)}>
                {translate('case.measures')}
              </Button>
              {fields['measures'] && (
                <Typography variant="caption" color="error" sx={{ marginInlineStart: 1 }}>
                  {fields['measures']}
                </Typography>
              )}
            </Box>
            {macro && (
              <SwitchField
                label={label('retired')}
                value={draft.retired}
                onChange={(retired) => set({ retired })}
              />
            )}
          </Box>
          <OnCase>
            <Box sx={{ display: 'grid', gap: 1 }}>
              <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
                <strong>{draft.name === '' ? '–' : macroName({ id, name: draft.name })}</strong>
                <VerdictTag value={draft.verdict} />
              </Box>
              <MacroText macro={{ ...draft, id, policy: policy === '' ? '–' : policy }} />
            </Box>
          </OnCase>
        </Box>
      </ActionDialog>
      {measuring && (
        <MeasuresDialog
          measures={draft.measures}
          onClose={() => setMeasuring(false)}
          onChoose={(measures) => {
            set({ measures });
            setMeasuring(false);
          }}
        />
      )}
    </>
  );
}
