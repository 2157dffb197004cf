import type { StaffCaseDetail } from '@coinwarden/contracts';
import type { CaseAction } from '@coinwarden/domain';
import { Button, Card } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DecisionForm } from './decision-form';
import { complete, type Draft } from './draft';

interface DecisionBarProps {
  of: StaffCaseDetail;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onAsk: (action: CaseAction) => void;
}

/** The decision on this case; the button only asks. */
export function DecisionBar({ of, draft, onChange, onAsk }: DecisionBarProps) {
  const translate = useTranslate();
  return (
    <Card component="section" aria-label={translate('case.decision')} sx={{ padding: '10px 16px' }}>
      <DecisionForm
        keyed
        macros={of.macros}
        policies={of.policies}
        draft={draft}
        onChange={onChange}
        action={
          <Button variant="contained" disabled={!complete(draft)} onClick={() => onAsk('decide')}>
            {translate('case_action.decide.button')}
          </Button>
        }
      />
    </Card>
  );
}
