import type { Appeal } from '@coinwarden/contracts';
import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { DueIn } from '../../money-back/due-in';

/** What the user says against the decision, what was answered, and what that undid. */
export function AppealPane({ appeal }: { appeal: Appeal }) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.case-appeals.fields.${field}`);
  return (
    <Section title={translate('resources.case-appeals.name', { smart_count: 1 })}>
      <Alert severity="info" icon={false} sx={{ marginBottom: 1.5, whiteSpace: 'pre-wrap' }}>
        {appeal.statement}
      </Alert>
      <Facts
        items={[
          [label('status'), <Tag key="status">{translate(`appeal_status.${appeal.status}`)}</Tag>],
          [label('openedAt'), <Instant key="opened" value={appeal.openedAt} form="full" />],
          ...(appeal.status === 'open'
            ? [[label('dueAt'), <DueIn key="due" value={appeal.dueAt} />] as const]
            : [[label('answer'), appeal.answer] as const]),
        ]}
      />
      {appeal.undone.length > 0 && (
        <Box component="ul" sx={{ fontSize: '0.8125rem', marginBottom: 0, paddingInlineStart: 2.5 }}>
          {appeal.undone.map((effect) => (
            <li key={`${effect.type} ${effect.subject.type} ${effect.subject.id}`}>
              {translate(`case_measure.${effect.type}`, { _: effect.type })}:{' '}
              {translate(`case.effect_${effect.outcome}`)}
              {effect.why && ` · ${translate(`case_effect_why.${effect.why}`, { _: effect.why })}`}
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}
