import type { TracedPartView, TriedRuleView } from '@coinwarden/contracts';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Column, RecordTable } from '../../display/record-table';
import { Tag } from '../../display/tag';
import { OutcomeTag } from '../../display/words';
import { MONO } from '../../theme/theme';
import { OriginTag } from './origin-tag';
import { TriedOn } from './tried-on';
import { useRuleProblemText } from './use-rule-problem-text';

type TriedFact = TriedRuleView['facts'][number];

/** Whether the rule would have fired, part by part, and how far that can be trusted. */
export function TryResult({ result }: { result: TriedRuleView }) {
  const translate = useTranslate();
  const textOf = useRuleProblemText();
  const { transaction, problems, applies, fired, certain, trace, facts } = result;
  const verdict = !applies ? 'not_for_it' : fired === null ? 'failed' : fired ? 'fires' : 'rests';
  const columns: Column<TriedFact>[] = [
    { label: translate('rule_editor.try.fact'), value: (fact) => <code>{fact.path}</code> },
    { label: translate('rule_editor.try.value'), value: (fact) => <ValueText value={fact.value} /> },
    {
      label: translate('rule_editor.try.origin'),
      value: (fact) => <OriginTag origin={fact.origin} />,
    },
  ];
  if (problems.length > 0)
    return (
      <Alert severity="warning" sx={{ marginTop: 2 }}>
        {problems.map(textOf).join('; ')}
      </Alert>
    );
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Tag tone={verdict === 'fires' ? 'negative' : verdict === 'rests' ? 'positive' : 'neutral'}>
          {translate(`rule_editor.try.${verdict}`)}
        </Tag>
        <TriedOn transaction={transaction} />
        <OutcomeTag value={transaction.outcome} />
      </Box>
      {!certain && (
        <Typography variant="body2" sx={{ color: 'var(--caution)' }}>
          {translate('rule_editor.try.uncertain')}
        </Typography>
      )}
      {trace && (
        <Box
          component="ul"
          aria-label={translate('rule_editor.try.parts')}
          sx={{ listStyle: 'none', margin: 0, padding: 0 }}
        >
          <Part part={trace} />
        </Box>
      )}
      <RecordTable
        label={translate('rule_editor.reads')}
        rows={facts}
        columns={columns}
        rowKey={(fact) => fact.path}
        empty={translate('rule_editor.try.no_facts')}
      />
    </Box>
  );
}

function Part({ part }: { part: TracedPartView }) {
  return (
    <Box component="li" sx={{ fontSize: '0.75rem', opacity: part.reached ? 1 : 0.6 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', paddingY: '2px' }}>
        <Box component="code" sx={{ fontFamily: MONO, flex: 1, overflowWrap: 'anywhere' }}>
          {part.source}
        </Box>
        <strong>{part.error ?? <ValueText value={part.value} />}</strong>
      </Box>
      {part.parts.length > 0 && (
        <Box
          component="ul"
          sx={{ listStyle: 'none', margin: 0, paddingLeft: 1.5, borderLeft: '1px solid var(--border)' }}
        >
          {part.parts.map((inner) => (
            <Part key={`${inner.start} ${inner.end}`} part={inner} />
          ))}
        </Box>
      )}
    </Box>
  );
}

const TRUTH: Readonly<Record<string, string>> = { true: '✓', false: '✗' };

/** Texts in quotes, so that an empty one is seen; truth as signs with their word for who cannot see them. */
function ValueText({ value }: { value: unknown }) {
  const translate = useTranslate();
  if (typeof value === 'boolean')
    return (
      <span role="img" aria-label={translate(value ? 'rule_editor.try.true' : 'rule_editor.try.false')}>
        {TRUTH[String(value)]}
      </span>
    );
  return <>{value === undefined || value === null ? '–' : JSON.stringify(value)}</>;
}
