import type { StaffRuleset } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useGetOne, useRefresh, useTranslate } from 'react-admin';
import { RulesetActionDialog } from './ruleset-action-dialog';

interface RollBackButtonProps {
  /** The one that the live version was approved to replace. */
  to: number;
}

/** From what is live straight back to what was live before, without a search for the version. */
export function RollBackButton({ to }: RollBackButtonProps) {
  const [asked, setAsked] = useState(false);
  const translate = useTranslate();
  const refresh = useRefresh();
  const { data: before } = useGetOne<StaffRuleset>('rulesets', { id: String(to) });
  if (!before?.allowedActions.includes('roll_back')) return null;
  return (
    <>
      <Button variant="contained" color="warning" onClick={() => setAsked(true)}>
        {translate('ruleset_page.roll_back_to', { version: to })}
      </Button>
      {asked && (
        <RulesetActionDialog
          action="roll_back"
          ruleset={before}
          onClose={() => setAsked(false)}
          onDone={() => {
            setAsked(false);
            refresh();
          }}
        />
      )}
    </>
  );
}
