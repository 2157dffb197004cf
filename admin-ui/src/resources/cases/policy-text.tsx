import type { StaffCasePolicy } from '@coinwarden/contracts';
import { Typography } from '@mui/material';
import { useCaseNames } from './use-case-names';

/** What a policy says, line breaks as they were written. */
export function PolicyText({ policy }: { policy: Pick<StaffCasePolicy, 'code' | 'guidance'> }) {
  const { policyGuidance } = useCaseNames();
  return (
    <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', marginTop: 0.5, maxWidth: '90ch' }}>
      {policyGuidance(policy.code, policy.guidance)}
    </Typography>
  );
}
