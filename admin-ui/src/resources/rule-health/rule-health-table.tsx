import type { RuleHealthView } from '@coinwarden/contracts';
import type { HealthAlert } from '@coinwarden/domain';
import { Box, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Count } from '../../display/amounts';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Tag, type Tone } from '../../display/tag';
import { usePercent } from '../backtests/backtest-words';

const TONES: Record<HealthAlert, Tone> = {
  failing: 'negative',
  never_fired: 'neutral',
  fell_silent: 'caution',
  drifted: 'caution',
  fires_on_most: 'negative',
  mostly_wrong: 'caution',
};

interface RuleHealthTableProps {
  rules: readonly RuleHealthView[];
  chosen: string | null;
  onChoose: (key: string) => void;
}

export function RuleHealthTable({ rules, chosen, onChoose }: RuleHealthTableProps) {
  const translate = useTranslate();
  const percent = usePercent();
  const label = (key: string) => translate(`rule_health.${key}`);
  return (
    <Section flush title={label('rules')} hint={label('rules_hint')}>
      <RecordTable
        label={label('rules')}
        rows={rules}
        rowKey={({ key }) => key}
        empty={label('none')}
        columns={[
          {
            label: label('rule'),
            value: (rule) => (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', minWidth: 140 }}>
                <Link
                  component="button"
                  type="button"
                  onClick={() => onChoose(rule.key)}
                  aria-current={rule.key === chosen}
                  sx={{ fontWeight: rule.key === chosen ? 650 : 500, textAlign: 'start' }}
                >
                  {rule.key}
                </Link>
                {rule.mode !== 'live' && <Tag tone="info">{translate(`rule_mode.${rule.mode}`)}</Tag>}
                {rule.alerts.map((alert) => (
                  <Tag key={alert} tone={TONES[alert]}>
                    {label(`alert.${alert}`)}
                  </Tag>
                ))}
              </Box>
            ),
          },
          {
            label: label('fired'),
            numeric: true,
            foldsBelow: 440,
            value: ({ fired }) => <Count value={fired} />,
          },
          { label: label('hit_rate'), numeric: true, value: ({ hitRate }) => percent(hitRate) },
          {
            label: label('before'),
            numeric: true,
            foldsBelow: 520,
            value: ({ hitRateBefore }) => percent(hitRateBefore),
          },
          { label: label('precision'), numeric: true, value: ({ precision }) => percent(precision) },
        ]}
      />
    </Section>
  );
}
