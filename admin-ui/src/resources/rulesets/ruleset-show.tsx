import type { StaffRule, StaffRuleset } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { Title, useGetList, useGetOne, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { Section } from '../../display/section';
import { RuleView } from './rule-view';

const MAX_RULES = 200;

/** One immutable version: its rules by what they guard against. */
export default function RulesetShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const ruleset = useGetOne<StaffRuleset>('rulesets', { id });
  const rules = useGetList<StaffRule>('rules', {
    filter: { rulesetVersion: Number(id) },
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: MAX_RULES },
  });
  const error = ruleset.error ?? rules.error;
  if (error)
    return <ErrorState error={error} onRetry={() => Promise.all([ruleset.refetch(), rules.refetch()])} />;
  if (!ruleset.data || !rules.data) return <PageLoading />;
  const groups = [...new Set(rules.data.map((rule) => rule.group))];
  return (
    <>
      <Title title={translate('ruleset.title', { version: ruleset.data.version })} />
      <Typography variant="body2" sx={{ color: 'var(--muted)', marginBottom: 2 }}>
        {translate('ruleset.thresholds', {
          review: ruleset.data.reviewScore,
          decline: ruleset.data.declineScore,
        })}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {groups.map((group) => (
          <Section key={group} title={translate(`rule_group.${group}`, { _: group })}>
            <Box component="ul" sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
              {rules.data
                .filter((rule) => rule.group === group)
                .map((rule) => (
                  <RuleView key={rule.id} rule={rule} />
                ))}
            </Box>
          </Section>
        ))}
      </Box>
    </>
  );
}
