import type { RuleHealthView } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { DayChart } from '../../display/day-chart';

const HEIGHT = 150;

/** How often it fired on each day, in UTC. */
export default function FiredChart({ rule }: { rule: RuleHealthView }) {
  const translate = useTranslate();
  return (
    <DayChart
      rows={rule.days}
      series={[{ key: 'fired', name: translate('rule_health.fired'), color: 'var(--series-review)' }]}
      height={HEIGHT}
      margin={{ top: 16, left: -16 }}
    />
  );
}
