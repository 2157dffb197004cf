import type { StaffRuleset, TriedRulesetView } from '@coinwarden/contracts';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { TextLink } from '../../display/text-link';
import { OutcomeTag } from '../../display/words';
import { OriginTag } from '../rules/origin-tag';
import { TriedOn } from '../rules/tried-on';
import { TryForm } from '../rules/try-form';
import { useRuleProblemText } from '../rules/use-rule-problem-text';
import { useTry } from '../rules/use-try';
import { EffectTag } from './effect-tag';

type Fired = TriedRulesetView['fired'][number];
type Uncertain = TriedRulesetView['uncertain'][number];

/** What the whole version would have decided on one transaction of the past. */
export function RulesetTry({ ruleset }: { ruleset: StaffRuleset }) {
  const translate = useTranslate();
  const { result, problem, busy, attempt } = useTry<TriedRulesetView>(`rulesets/${ruleset.id}/try`);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Section title={translate('rule_editor.try.title')} hint={translate('ruleset_page.try_hint')}>
        <TryForm
          kinds={null}
          ready
          busy={busy}
          problem={problem}
          onTry={(transactionId) => attempt({ transactionId })}
        />
        {result && <Verdict result={result} ruleset={ruleset} />}
      </Section>
      {result?.outcome && (
        <>
          <FiredRules result={result} ruleset={ruleset} />
          <Doubts facts={result.uncertain} />
        </>
      )}
    </Box>
  );
}

interface TriedProps {
  result: TriedRulesetView;
  ruleset: StaffRuleset;
}

/** Then and now side by side; what keeps the version from judging, where something does. */
function Verdict({ result, ruleset }: TriedProps) {
  const translate = useTranslate();
  const textOf = useRuleProblemText();
  const { transaction, outcome, score, problems, errors } = result;
  const told = [...problems.map((problem) => ({ key: problem.key, message: textOf(problem) })), ...errors];
  return (
    <Box role="status" sx={{ marginTop: 2, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <TriedOn transaction={transaction} />
      </Box>
      {outcome && (
        <Box
          component="dl"
          sx={{
            margin: 0,
            display: 'grid',
            gap: '6px 16px',
            gridTemplateColumns: 'max-content max-content 1fr',
            alignItems: 'center',
            fontSize: '0.8125rem',
            '& dt': { color: 'var(--muted)' },
            '& dd': { margin: 0 },
          }}
        >
          <dt>{translate('ruleset_page.try_then', { version: transaction.rulesetVersion })}</dt>
          <dd>
            <OutcomeTag value={transaction.outcome} />
          </dd>
          <dd>{translate('ruleset_page.try_score', { score: transaction.score })}</dd>
          <dt>{translate('ruleset_page.try_now', { version: ruleset.version })}</dt>
          <dd>
            <OutcomeTag value={outcome} />
          </dd>
          <dd>{translate('ruleset_page.try_score', { score })}</dd>
        </Box>
      )}
      {told.length > 0 && (
        <Alert severity="warning">
          {told.map(({ key, message }) => (
            <div key={`${key} ${message}`}>
              {key && <code>{key}</code>} {message}
            </div>
          ))}
        </Alert>
      )}
    </Box>
  );
}

function FiredRules({ result, ruleset }: TriedProps) {
  const translate = useTranslate();
  const columns: Column<Fired>[] = [
    {
      label: translate('rule_health.rule'),
      value: (rule) => (
        <>
          <TextLink to={`/rules/${encodeURIComponent(`${ruleset.version}:${rule.key}`)}/show`}>
            {rule.description}
          </TextLink>{' '}
          {rule.mode === 'shadow' && <Tag tone="info">{translate('rule_mode.shadow')}</Tag>}
        </>
      ),
    },
    {
      label: translate('rule_editor.fields.effect'),
      value: (rule) => <EffectTag effect={rule.effect} score={rule.score} />,
    },
    { label: translate('rule_editor.fields.score'), value: (rule) => rule.score, numeric: true },
  ];
  return (
    <Section title={translate('ruleset_page.try_fired')} flush>
      <RecordTable
        label={translate('ruleset_page.try_fired')}
        rows={result.fired}
        columns={columns}
        rowKey={(rule) => rule.key}
        empty={translate('ruleset_page.try_none')}
      />
    </Section>
  );
}

/** How far the answer can be trusted. */
function Doubts({ facts }: { facts: readonly Uncertain[] }) {
  const translate = useTranslate();
  if (facts.length === 0) return null;
  const title = translate('ruleset_page.try_doubts', { smart_count: facts.length });
  return (
    <Box component="details" sx={{ fontSize: '0.8125rem' }}>
      <Typography component="summary" variant="body2" sx={{ color: 'var(--muted)', cursor: 'pointer' }}>
        {title}
      </Typography>
      <Section title={translate('rule_editor.reads')} flush>
        <RecordTable
          label={title}
          rows={facts}
          columns={[
            { label: translate('rule_editor.try.fact'), value: ({ path }) => <code>{path}</code> },
            {
              label: translate('rule_editor.try.origin'),
              value: ({ origin }) => <OriginTag origin={origin} />,
            },
          ]}
          rowKey={({ path }) => path}
          empty=""
        />
      </Section>
    </Box>
  );
}
