import type { StaffCaseDetail } from '@coinwarden/contracts';
import { CASE_VERDICTS, type CaseAction, type CaseVerdict } from '@coinwarden/domain';
import { Box, Button, Card, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { useMeasureText } from './case-words';
import { complete, type Draft } from './draft';
import { MacroRow } from './macro-row';
import { MeasuresDialog } from './measures-dialog';
import { useCaseNames } from './use-case-names';

interface DecisionBarProps {
  of: StaffCaseDetail;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onAsk: (action: CaseAction) => void;
}

/** The decision as it stands: a macro fills it, each part may be changed, and the button only asks. */
export function DecisionBar({ of, draft, onChange, onAsk }: DecisionBarProps) {
  const translate = useTranslate();
  const measureText = useMeasureText();
  const { policyTitle } = useCaseNames();
  const [editing, setEditing] = useState(false);
  const change = (part: Partial<Draft>) => onChange({ ...draft, macroId: null, ...part });
  const { verdict } = draft;
  const fitting = of.policies.filter(({ verdicts }) => verdict === null || verdicts.includes(verdict));
  const setVerdict = (next: CaseVerdict) => {
    const kept = of.policies.find(({ code }) => code === draft.policy)?.verdicts.includes(next);
    change({ verdict: next, policy: kept ? draft.policy : null });
  };
  return (
    <Card
      component="section"
      aria-label={translate('case.decision')}
      sx={{ padding: '10px 16px', display: 'grid', gap: 1.25 }}
    >
      <MacroRow macros={of.macros} draft={draft} onChoose={onChange} />
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
        <Box sx={{ flex: '1 1 180px', display: 'flex', flexWrap: 'wrap', gap: 0.5 }} data-testid="measures">
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
        <Button variant="contained" disabled={!complete(draft)} onClick={() => onAsk('decide')}>
          {translate('case_action.decide.button')}
        </Button>
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
    </Card>
  );
}
