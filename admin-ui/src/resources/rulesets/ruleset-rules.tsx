import type { RulesetCheck, StaffRuleset } from '@coinwarden/contracts';
import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { Section } from '../../display/section';
import { useRuleProblemText } from '../rules/use-rule-problem-text';
import { RuleView } from './rule-view';
import { ThresholdsButton } from './thresholds-button';
import { useRules, useRulesetPart } from './use-ruleset';

/** The rules of a version by what they guard against; of a draft also what is wrong with them. */
export function RulesetRules({ ruleset }: { ruleset: StaffRuleset }) {
  const translate = useTranslate();
  const { data, error, refetch } = useRules(ruleset.version);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <PageLoading />;
  const groups = [...new Set(data.map((rule) => rule.group))];
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {ruleset.allowedActions.includes('edit') && (
        <>
          <Problems ruleset={ruleset} />
          <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
            <ThresholdsButton ruleset={ruleset} />
            <Button
              variant="contained"
              component={RouterLink}
              to={`/rules/${encodeURIComponent(`${ruleset.version}:`)}/show`}
            >
              {translate('ruleset_page.add_rule')}
            </Button>
          </Box>
        </>
      )}
      {groups.map((group) => (
        <Section key={group} title={translate(`rule_group.${group}`, { _: group })}>
          <Box component="ul" sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {data
              .filter((rule) => rule.group === group)
              .map((rule) => (
                <RuleView key={rule.id} rule={rule} />
              ))}
          </Box>
        </Section>
      ))}
    </Box>
  );
}

function Problems({ ruleset }: { ruleset: StaffRuleset }) {
  const translate = useTranslate();
  const textOf = useRuleProblemText();
  const { data } = useRulesetPart<RulesetCheck>(ruleset, 'check');
  if (!data || data.problems.length === 0) return null;
  return (
    <Alert severity="warning">
      {translate('ruleset_page.problems', { smart_count: data.problems.length })}
      <Box component="ul" sx={{ margin: '4px 0 0', paddingLeft: 2.5 }}>
        {data.problems.map((problem) => (
          <li key={`${problem.key} ${problem.code} ${problem.start}`}>
            <code>{problem.key}</code> {textOf(problem)}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
