import type { StaffCaseMacro, StaffCasePolicy } from '@coinwarden/contracts';
import { CASE_VERDICTS, type CaseVerdict } from '@coinwarden/domain';
import { Box, Button, MenuItem, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { useMeasureText } from './case-words';
import type { Draft } from './draft';
import { MacroRow } from './macro-row';
import { MeasuresDialog } from './measures-dialog';
import { useCaseNames } from './use-case-names';

interface DecisionFormProps {
  macros: readonly StaffCaseMacro[];
  policies: readonly StaffCasePolicy[];
  draft: Draft;
  /** Where the number keys choose a macro. */
  keyed?: boolean;
  onChange: (draft: Draft) => void;
  /** Stands at the end of the line. */
  action?: ReactNode;
}

/** A decision as it stands: a macro fills it, each part may be changed, and nothing is taken here. */
export function DecisionForm({
  macros,
  policies,
  draft,
  keyed = false,
  onChange,
  action,
}: DecisionFormProps) {
  const translate = useTranslate();
  const measureText = useMeasureText();
  const { policyTitle } = useCaseNames();
  const [editing, setEditing] = useState(false);
  const change = (part: Partial<Draft>) => onChange({ ...draft, macroId: null, ...part });
  const { verdict } = draft;
  const fitting = policies.filter(({ verdicts }) => verdict === null || verdicts.includes(verdict));
  const setVerdict = (next: CaseVerdict) => {
    const kept = policies.find(({ code }) => code === draft.policy)?.verdicts.includes(next);
    change({ verdict: next, policy: kept ? draft.policy : null });
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.25 }}>
      <MacroRow macros={macros} draft={draft} keyed={keyed} onChoose={onChange} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField
          select
          label={translate('case.verdict')}
          value={verdict ?? ''}
          onChange={(event) => setVerdict(event.target.value as CaseVerdict)}
          sx={{ width: 150 }}
        >
          {CASE_VERDICTS.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`case_verdict.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={translate('case.policy')}
          value={fitting.some(({ code }) => code === draft.policy) ? draft.policy : ''}
          onChange={(event) => change({ policy: event.target.value })}
          sx={{ width: 210 }}
        >
          {fitting.map(({ code, title }) => (
            <MenuItem key={code} value={code}>
              {policyTitle(code, title)}
            </MenuItem>
          ))}
        </TextField>
        <Button variant="outlined" color="inherit" onClick={() => setEditing(true)}>
          {translate('case.measures')}
        </Button>
        <Box sx={{ flex: '1 1 140px', display: 'flex', flexWrap: 'wrap', gap: 0.5 }} data-testid="measures">
          {draft.measures.length === 0 ? (
            <Tag quiet>{translate('case.no_measures')}</Tag>
          ) : (
            draft.measures.map((measure) => (
              <Tag key={JSON.stringify(measure)} tone="info">
                {measureText(measure)}
              </Tag>
            ))
          )}
        </Box>
        {action}
      </Box>
      {editing && (
        <MeasuresDialog
          measures={draft.measures}
          onClose={() => setEditing(false)}
          onChoose={(measures) => {
            change({ measures });
            setEditing(false);
          }}
        />
      )}
    </Box>
  );
}
