import type { RuleHealthReport, RuleHealthView } from '@coinwarden/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useStore, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { Panes } from '../../display/panes';
import { PeriodBar } from '../../display/period-bar';
import { readJson } from '../../providers/http';
import { RuleDetail } from './rule-detail';
import { RuleHealthTable } from './rule-health-table';

const REFRESH_MS = 60_000;
const PERIODS = [7, 30, 90] as const;
type Days = (typeof PERIODS)[number];

/** How the live rules fare: what needs somebody first, and behind each rule its days, its company and its thresholds. */
export default function RuleHealthPage() {
  const [days, setDays] = useStore<Days>('console.rule_health.days', 30);
  const [chosen, setChosen] = useState<string | null>(null);
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['rule-health', days],
    queryFn: ({ signal }) => readJson<RuleHealthReport>(`rule-health?days=${days}`, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const rule = data?.rules.find(({ key }: RuleHealthView) => key === chosen) ?? data?.rules[0];
  return (
    <>
      <Title title={translate('rule_health.title')} />
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <PageLoading />
      ) : (
        <>
          <PeriodBar
            periods={PERIODS}
            value={days}
            onChange={setDays}
            words={(period) => translate('rule_health.days', { smart_count: period })}
          >
            {translate('rule_health.version', { version: data.version })} · {translate('dashboard.as_of')}{' '}
            <Instant value={data.asOf} form="full" />
          </PeriodBar>
          <Panes>
            <RuleHealthTable rules={data.rules} chosen={rule?.key ?? null} onChoose={setChosen} />
            {rule && <RuleDetail rule={rule} version={data.version} days={days} />}
          </Panes>
        </>
      )}
    </>
  );
}
