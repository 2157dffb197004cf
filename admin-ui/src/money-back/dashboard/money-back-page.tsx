import type { MoneyBackReport } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Title, useStore, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { PeriodBar } from '../../display/period-bar';
import { useNow } from '../../display/use-now';
import { readJson } from '../../providers/http';
import { AbuseTable } from './abuse-table';
import { CohortTable } from './cohort-table';
import { Deadlines } from './deadlines';
import { MoneyBackTiles } from './money-back-tiles';
import { Owed } from './owed';
import { ReasonBars } from './reason-bars';

// The chart library is the largest part of the console; whoever never opens the charts never loads it.
const MoneyBackChart = lazy(() => import('./money-back-chart'));

const DAY_MS = 86_400_000;
const REFRESH_MS = 60_000;
const PERIODS = { week: 7, month: 30, quarter: 90 } as const;
type Period = keyof typeof PERIODS;
const PERIOD_KEYS = Object.keys(PERIODS) as Period[];

/** Up to the end of the running day, so that the question stays the same while the day lasts. */
function useReport(period: Period) {
  const to = Math.ceil(useNow() / DAY_MS) * DAY_MS;
  const query = new URLSearchParams({
    from: new Date(to - PERIODS[period] * DAY_MS).toISOString(),
    to: new Date(to).toISOString(),
  }).toString();
  return useQuery({
    queryKey: ['reports', 'money-back', query],
    queryFn: ({ signal }) => readJson<MoneyBackReport>(`reports/money-back?${query}`, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** What went back and what was lost: how much, how often, why, who asks most, and what waits for somebody. */
export default function MoneyBackPage() {
  const [period, setPeriod] = useStore<Period>('console.money_back.period', 'month');
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useReport(period);
  return (
    <>
      <Title title={translate('money_back.title')} />
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <PageLoading />
      ) : (
        <>
          <PeriodBar
            periods={PERIOD_KEYS}
            value={period}
            onChange={setPeriod}
            words={(key) => translate(`money_back.period.${key}`)}
          >
            {translate('dashboard.as_of')} <Instant value={data.asOf} form="full" />
          </PeriodBar>
          <Report report={data} />
        </>
      )}
    </>
  );
}

const TWO = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.4fr) minmax(0, 1fr)' },
  gap: 2,
} as const;

const Report = ({ report }: { report: MoneyBackReport }) => (
  <Box sx={{ display: 'grid', gap: 2 }}>
    <Deadlines report={report} />
    <MoneyBackTiles report={report} />
    <Box sx={TWO}>
      <Suspense fallback={<PageLoading />}>
        <MoneyBackChart report={report} />
      </Suspense>
      <ReasonBars report={report} />
    </Box>
    <Box sx={TWO}>
      <AbuseTable report={report} />
      <CohortTable report={report} />
    </Box>
    <Owed report={report} />
  </Box>
);
