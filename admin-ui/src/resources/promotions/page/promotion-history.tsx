import type { PromotionHistory as History, StaffPromotion } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../../display/error-state';
import { Instant } from '../../../display/instant';
import { PageLoading } from '../../../display/page-loading';
import { Section } from '../../../display/section';
import { readJson } from '../../../providers/http';
import { HistoryDetails } from './history-details';

export const usePromotionHistory = (id: string) =>
  useQuery<History>({
    queryKey: ['promotions', id, 'history'],
    queryFn: ({ signal }) => readJson(`promotions/${encodeURIComponent(id)}/history`, signal),
  });

/** What was done to it and why, newest first; what an edit changed is told field by field. */
export function PromotionHistory({ promotion }: { promotion: StaffPromotion }) {
  const translate = useTranslate();
  const { data, error, refetch } = usePromotionHistory(promotion.id);
  return (
    <Section title={translate('promotion.history')}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageLoading />}
      <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.25 }}>
        {data?.map((entry, place) => (
          <Box component="li" key={entry.position} sx={{ fontSize: '0.8125rem', minWidth: 0 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 1.5 }}>
              <span>
                <strong>{translate(`promotion.event.${entry.action}`, { _: entry.action })}</strong>{' '}
                <Box component="span" sx={{ color: 'var(--muted)', overflowWrap: 'anywhere' }}>
                  {entry.by ?? translate('promotion.by_itself')}
                </Box>
              </span>
              <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
                <Instant value={entry.at} />
              </Box>
            </Box>
            {entry.reason && (
              <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {entry.reason}
              </Typography>
            )}
            <HistoryDetails entry={entry} before={data.slice(place + 1)} />
          </Box>
        ))}
      </Box>
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('promotion.no_history')}
        </Typography>
      )}
    </Section>
  );
}
