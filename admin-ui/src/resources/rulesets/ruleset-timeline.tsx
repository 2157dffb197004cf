import type { RulesetEventView, StaffRuleset } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { CommentForm } from './comment-form';
import { changeOf, Timeline } from './timeline';
import { useRulesetPart } from './use-ruleset';

/** What happened to the version and was said about it or one of its rules. */
export function RulesetTimeline({ ruleset }: { ruleset: StaffRuleset }) {
  const translate = useTranslate();
  const { data, refetch } = useRulesetPart<RulesetEventView[]>(ruleset, 'events');
  const about = (event: RulesetEventView) =>
    event.ruleKey !== null &&
    changeOf(event) === null && (
      <TextLink to={`/rules/${encodeURIComponent(`${ruleset.version}:${event.ruleKey}`)}/show`}>
        {translate('ruleset_page.about_rule', { key: event.ruleKey })}
      </TextLink>
    );
  return (
    <Section title={translate('ruleset_page.timeline')}>
      {ruleset.allowedActions.includes('comment') && (
        <CommentForm version={ruleset.version} onSaid={refetch} />
      )}
      <Timeline events={data ?? []} about={about} />
    </Section>
  );
}
