import type { StaffRuleset } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';

/** Who stands behind a version, and when it counts. */
export function RulesetFacts({ ruleset }: { ruleset: StaffRuleset }) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (key: string) => translate(`ruleset_page.${key}`);
  const { basedOn, approvedBy, releaseAt, releasedAt, contentHash, authors } = ruleset;
  const facts: (Fact | null)[] = [
    [translate('resources.rulesets.fields.reviewScore'), ruleset.reviewScore],
    [translate('resources.rulesets.fields.declineScore'), ruleset.declineScore],
    basedOn === null
      ? null
      : [
          label('based_on'),
          <TextLink key="base" to={`/rulesets/${basedOn}/show`}>
            {translate('ruleset.title', { version: basedOn })}
          </TextLink>,
        ],
    authors.length === 0 ? null : [label('authors'), format.list(authors.map(({ name }) => name))],
    approvedBy && [label('approved_by'), approvedBy.name],
    ruleset.status === 'scheduled' || ruleset.status === 'pending_approval'
      ? [label('release_at'), releaseAt && <Instant key="at" value={releaseAt} form="full" />]
      : null,
    releasedAt === null ? null : [label('released'), <Instant key="since" value={releasedAt} form="full" />],
    contentHash === null ? null : [label('hash'), <code key="hash">{contentHash.slice(0, 12)}</code>],
  ];
  return (
    <Section title={translate('ruleset.title', { version: ruleset.version })}>
      <Facts items={facts.filter((fact): fact is Fact => fact !== null)} />
    </Section>
  );
}
