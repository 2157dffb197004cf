import type { CaseQuality } from '@coinwarden/contracts';
import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Title, useStore, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
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
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 2 }}>
            <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
              <Instant value={data.from} form="date" /> – <Instant value={data.to} form="full" />
            </Typography>
            <ToggleButtonGroup
              size="small"
              exclusive
              value={days}
              onChange={(_, next: Days | null) => next && setDays(next)}
              aria-label={translate('dashboard.period.label')}
            >
              {PERIODS.map((period) => (
                <ToggleButton key={period} value={period}>
                  {translate('rule_health.days', { smart_count: period })}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          </Box>
          <QualityTiles quality={data} />
          <ReviewerTable reviewers={data.reviewers} />
          <Agreement quality={data} />
        </Box>
      )}
    </>
  );
}
