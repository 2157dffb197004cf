import type { CaseQuality } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Title, useStore, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { PeriodBar } from '../../display/period-bar';
import { readJson } from '../../providers/http';
import { Agreement } from './agreement';
import { QualityTiles } from './quality-tiles';
import { ReviewerTable } from './reviewer-table';

const PERIODS = [7, 30, 90] as const;
type Days = (typeof PERIODS)[number];
const DAY_MS = 24 * 3_600_000;

const readQuality = (days: Days, signal: AbortSignal) => {
  const from = new Date(Date.now() - days * DAY_MS).toISOString();
  return readJson<CaseQuality>(`case-quality?from=${encodeURIComponent(from)}`, signal);
};

/** How well the desk decides: how often two people agree, how long it takes, and what appeals overturn. */
export default function QualityPage() {
  const translate = useTranslate();
  const [days, setDays] = useStore<Days>('console.case_quality.days', 30);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['case-quality', days],
    queryFn: ({ signal }) => readQuality(days, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Title title={translate('resources.case-quality.name', { smart_count: 1 })} />
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
            <Instant value={data.from} form="date" /> – <Instant value={data.to} form="full" />
          </PeriodBar>
          <Box sx={{ display: 'grid', gap: 2 }}>
            <QualityTiles quality={data} />
            <ReviewerTable reviewers={data.reviewers} />
            <Agreement quality={data} />
          </Box>
        </>
      )}
    </>
  );
}
