import type { DecisionRecord } from '@coinwarden/contracts';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { Values } from '../../display/values';
import { EffectTag } from '../rulesets/effect-tag';

/** Every rule that fired with the values it read; those in shadow are shown apart, because they decided nothing. */
export function FiredRules({ decision }: { decision: DecisionRecord }) {
  const translate = useTranslate();
  return (
    <Section
      title={translate('transaction.rules')}
      hint={translate('transaction.ruleset', { version: decision.rulesetVersion })}
    >
      {decision.rules.length === 0 && (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('transaction.no_rules')}
        </Typography>
      )}
      <Box component="ul" sx={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {decision.rules.map((rule) => (
          <Box
            component="li"
            key={rule.key}
            sx={{ color: rule.mode === 'shadow' ? 'var(--muted)' : 'var(--text)' }}
          >
            <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
              <Typography sx={{ flex: 1, fontWeight: 550 }}>{rule.description}</Typography>
              {rule.mode === 'shadow' && <Tag tone="info">{translate('rule_mode.shadow')}</Tag>}
              <EffectTag effect={rule.effect} score={rule.score} />
            </Box>
            <Typography variant="caption" component="code" sx={{ color: 'var(--muted)' }}>
              {rule.key}
            </Typography>
            <Values values={rule.values} />
          </Box>
        ))}
      </Box>
      {decision.ruleErrors.length > 0 && (
        <Alert severity="warning" sx={{ marginTop: 2 }}>
          {translate('transaction.rule_errors', { keys: decision.ruleErrors.map((e) => e.key).join(', ') })}
        </Alert>
      )}
    </Section>
  );
}
