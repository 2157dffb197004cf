import type { RulesetEventView, StaffRuleset } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { NoteForm } from '../../actions/note-form';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { sendJson } from '../../providers/http';
import { useRulesetPart } from './use-ruleset';

/** What happened to the version and was said about it, the latest first. */
export function RulesetTimeline({ ruleset }: { ruleset: StaffRuleset }) {
  const translate = useTranslate();
  const { data, refetch } = useRulesetPart<RulesetEventView[]>(ruleset, 'events');
  const say = async (text: string) => {
    await sendJson('POST', `rulesets/${ruleset.id}/comments`, { text });
    await refetch();
  };
  return (
    <Section title={translate('ruleset_page.timeline')}>
      {ruleset.allowedActions.includes('comment') && (
        <Box sx={{ marginBottom: 2 }}>
          <NoteForm
            label={translate('ruleset_page.comment')}
            button={translate('ruleset_page.add_comment')}
            onAdd={say}
          />
        </Box>
      )}
      <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.25 }}>
        {(data ?? []).map((event) => (
          <TimelineEntry key={event.id} event={event} />
        ))}
      </Box>
    </Section>
  );
}

function TimelineEntry({ event }: { event: RulesetEventView }) {
  const translate = useTranslate();
  const { kind, ruleKey, details } = event;
  const change = kind === 'edited' ? String(details['change']) : null;
  return (
    <Box component="li" sx={{ fontSize: '0.8125rem', minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 1.5 }}>
        <span>
          <strong>
            {change
              ? translate(`ruleset_page.edit.${change}`, { key: ruleKey })
              : translate(`ruleset_page.event.${kind}`, { _: kind })}
          </strong>{' '}
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            {event.actor.name}
          </Box>
        </span>
        <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
          <Instant value={event.at} />
        </Box>
      </Box>
      {!change && ruleKey && (
        <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
          {translate('ruleset_page.about_rule', { key: ruleKey })}
        </Typography>
      )}
      {event.note && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {event.note}
        </Typography>
      )}
    </Box>
  );
}
