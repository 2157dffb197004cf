import type { DecisionRecord } from '@coinwarden/contracts';
import type { RuleEffectType } from '@coinwarden/domain';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { Tag, type Tone } from '../../display/tag';
import { Values } from '../../display/values';

const TONES: Record<RuleEffectType, Tone> = {
  decline: 'negative',
  restrict: 'negative',
  step_up: 'caution',
  review: 'caution',
  score: 'neutral',
};

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
              <Tag tone={TONES[rule.effect]}>
                {rule.effect === 'score'
                  ? translate('rule.scored', { score: rule.score > 0 ? `+${rule.score}` : rule.score })
                  : translate(`effect.${rule.effect}`)}
              </Tag>
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
