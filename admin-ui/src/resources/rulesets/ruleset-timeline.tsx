import type { RulesetEventView, StaffRuleset } from '@coinwarden/contracts';
import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { sendJson } from '../../providers/http';
import { useRulesetPart } from './use-ruleset';

/** What happened to the version and was said about it, the latest first. */
export function RulesetTimeline({ ruleset }: { ruleset: StaffRuleset }) {
  const translate = useTranslate();
  const { data, refetch } = useRulesetPart<RulesetEventView[]>(ruleset, 'events');
  return (
    <Section title={translate('ruleset_page.timeline')}>
      {ruleset.allowedActions.includes('comment') && (
        <CommentForm version={ruleset.id} onSaid={() => refetch()} />
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

function CommentForm({ version, onSaid }: { version: string; onSaid: () => void }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const translate = useTranslate();
  const say = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await sendJson('POST', `rulesets/${version}/comments`, { text: text.trim() });
      setText('');
      onSaid();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box component="form" onSubmit={say} sx={{ display: 'flex', gap: 1, marginBottom: 2, flexWrap: 'wrap' }}>
      <TextField
        label={translate('ruleset_page.comment')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        multiline
        maxRows={8}
        sx={{ flex: 1, minWidth: 160 }}
        slotProps={{ htmlInput: { maxLength: 4_000 } }}
      />
      <Button
        type="submit"
        variant="outlined"
        loading={busy}
        disabled={text.trim() === ''}
        sx={{ height: 37 }}
      >
        {translate('ruleset_page.add_comment')}
      </Button>
      {problem && (
        <Alert severity="error" sx={{ width: '100%' }}>
          {problem}
        </Alert>
      )}
    </Box>
  );
}
