import type { StaffCasePolicy } from '@coinwarden/contracts';
import { ALERT_KINDS } from '@coinwarden/domain';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { VerdictTag } from './case-words';
import { PolicyText } from './policy-text';
import { useCaseNames } from './use-case-names';

interface PolicyPaneProps {
  policies: readonly StaffCasePolicy[];
  cited: string | null;
}

/** Of how many kinds of cases it speaks: one for few says more about this one than one for all, which names none. */
const breadth = ({ kinds }: StaffCasePolicy) => kinds.length || ALERT_KINDS.length + 1;

/** What the house thinks of such cases; the policy the decision cites stands first and open. */
export function PolicyPane({ policies, cited }: PolicyPaneProps) {
  const translate = useTranslate();
  const { policyTitle } = useCaseNames();
  const first = policies.filter(({ code }) => code === cited);
  const rest = policies.filter(({ code }) => code !== cited).sort((a, b) => breadth(a) - breadth(b));
  return (
    <Section title={translate('case.policies')}>
      {policies.length === 0 && (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('case.no_policies')}
        </Typography>
      )}
      {[...first, ...rest].map((policy, index) => (
        <Box
          component="details"
          key={policy.code}
          open={index === 0}
          sx={{ fontSize: '0.8125rem', paddingY: 0.5, '& summary': { cursor: 'pointer' } }}
        >
          <summary>
            <strong>{policyTitle(policy.code, policy.title)}</strong>{' '}
            <Box component="span" sx={{ display: 'inline-flex', gap: 0.5 }}>
              {policy.verdicts.map((verdict) => (
                <VerdictTag key={verdict} value={verdict} />
              ))}
            </Box>
          </summary>
          <PolicyText policy={policy} />
          <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
            {translate('case.policy_version', { version: policy.version })}
          </Typography>
        </Box>
      ))}
    </Section>
  );
}
