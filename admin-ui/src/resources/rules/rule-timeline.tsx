import type { RulesetEventView, StaffRule } from '@coinwarden/contracts';
import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { readJson } from '../../providers/http';
import { useMay } from '../../providers/use-may';
import { CommentForm } from '../rulesets/comment-form';
import { Timeline } from '../rulesets/timeline';

/** What happened to the rule and was said about it, in this version and all others. */
export function RuleTimeline({ rule }: { rule: StaffRule }) {
  const translate = useTranslate();
  const { data, refetch } = useQuery({
    queryKey: ['rules', rule.key, 'events', rule.changedAt],
    queryFn: ({ signal }) =>
      readJson<RulesetEventView[]>(`rules/${encodeURIComponent(rule.id)}/events`, signal),
  });
  const about = ({ rulesetVersion }: RulesetEventView) =>
    rulesetVersion !== rule.rulesetVersion && (
      <TextLink to={`/rulesets/${rulesetVersion}/show`}>
        {translate('ruleset.title', { version: rulesetVersion })}
      </TextLink>
    );
  return (
    <Section title={translate('ruleset_page.timeline')}>
      {useMay('rule.write') && (
        <CommentForm version={rule.rulesetVersion} ruleKey={rule.key} onSaid={refetch} />
      )}
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('rule_editor.nothing_said')}
        </Typography>
      )}
      <Timeline events={data ?? []} about={about} />
    </Section>
  );
}
