import { OUTCOMES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';
import { ChartLegend } from '../display/chart-legend';

export function OutcomesLegend() {
  const translate = useTranslate();
  const items = OUTCOMES.map((outcome) => ({
    key: outcome,
    name: translate(`outcome.${outcome}`),
    color: `var(--series-${outcome})`,
  }));
  return <ChartLegend items={items} />;
}
