import type { DashboardReport } from '@coinwarden/contracts';
import type { Permission } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { Title, usePermissions, useStore, useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router';
import { ErrorState } from '../display/error-state';
import { Instant } from '../display/instant';
import { PageLoading } from '../display/page-loading';
import { PeriodBar } from '../display/period-bar';
import { Section } from '../display/section';
import { useNow } from '../display/use-now';
import { readJson } from '../providers/http';
import { KindTable } from './kind-table';
import { PERIOD_KEYS, type Period, reportQuery } from './period';
import { Tiles } from './tiles';
import { TopReasons } from './top-reasons';

// The chart library is the largest part of the console; whoever never opens the dashboard never loads it.
const Charts = lazy(() => import('./charts'));

const REFRESH_MS = 30_000;

function useReport(period: Period) {
  const query = reportQuery(period, useNow());
  return useQuery({
    queryKey: ['reports', 'dashboard', query],
    queryFn: ({ signal }) => readJson<DashboardReport>(`reports/dashboard?${query}`, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** The start page; whoever may not see the figures starts where customers are found. */
export default function Dashboard() {
  const translate = useTranslate();
  const { permissions } = usePermissions<Permission[]>();
  const elsewhere = permissions !== undefined && !permissions.includes('report.read');
  const { key } = useLocation();
  const navigate = useNavigate();
  // The key tells every visit apart: also the one that comes back before the last has gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit is sent on
  useEffect(() => {
    if (elsewhere) navigate('/accounts', { replace: true });
  }, [elsewhere, key, navigate]);
  if (!permissions || elsewhere) return <PageLoading />;
  return (
    <>
      <Title title={translate('dashboard.title')} />
      <Report />
    </>
  );
}

function Report() {
  const [period, setPeriod] = useStore<Period>('console.dashboard.period', 'week');
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useReport(period);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <PeriodBar
        periods={PERIOD_KEYS}
        value={period}
        onChange={setPeriod}
        words={(key) => translate(`dashboard.period.${key}`)}
      >
        {translate('dashboard.as_of')} <Instant value={data.asOf} form="full" />
      </PeriodBar>
      <Tiles report={data} />
      <Suspense fallback={<PageLoading />}>
        <Charts report={data} />
      </Suspense>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.4fr) minmax(0, 1fr)' },
          gap: 2,
          marginTop: 2,
          alignItems: 'start',
        }}
      >
        <KindTable report={data} />
        <Section title={translate('dashboard.top_reasons')} hint={translate('dashboard.top_reasons_hint')}>
          <TopReasons reasons={data.topReasons} />
        </Section>
      </Box>
    </>
  );
}
