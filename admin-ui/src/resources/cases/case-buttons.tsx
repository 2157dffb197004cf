import type { StaffCaseDetail } from '@coinwarden/contracts';
import { type CaseAction, isGathering } from '@coinwarden/domain';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';

/** What is done with a case besides judging it, from the seldom to the wanted. */
const BESIDES = [
  'appeal',
  'reopen',
  'assign',
  'merge',
  'snooze',
  'escalate',
  'release',
  'wake',
  'claim',
] as const satisfies readonly CaseAction[];

/** Other open cases of the account, into which this one could go. */
export const mergeable = ({ related }: Pick<StaffCaseDetail, 'related'>) =>
  related.filter(({ status }) => isGathering(status));

interface CaseButtonsProps {
  of: StaffCaseDetail;
  onAsk: (action: CaseAction) => void;
}

export function CaseButtons({ of, onAsk }: CaseButtonsProps) {
  const translate = useTranslate();
  const offered = BESIDES.filter(
    (action) =>
      of.allowedActions.includes(action) &&
      (action !== 'merge' || mergeable(of).length > 0) &&
      (action !== 'claim' || !of.claim?.mine),
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {offered.map((action) => (
        <Button
          key={action}
          size="small"
          variant={action === 'claim' || action === 'wake' ? 'contained' : 'outlined'}
          color={action === 'claim' || action === 'wake' ? 'primary' : 'inherit'}
          onClick={() => onAsk(action)}
        >
          {translate(`case_action.${action}.button`)}
        </Button>
      ))}
    </Box>
  );
}
