import type { PromotionResults as Results, StaffPromotion } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { DayChart } from '../../../display/day-chart';
import { EmptyState } from '../../../display/empty-state';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { Section } from '../../../display/section';
import { useFormat } from '../../../i18n/use-format';
import { readJson } from '../../../providers/http';
import { ResultTiles } from './result-tiles';
import { Uplift } from './uplift';

/** What became of it: figures, what it brought beside the control group, and day by day. */
export function PromotionResults({ promotion }: { promotion: StaffPromotion }) {
  const translate = useTranslate();
  const format = useFormat();
  const { data, error, refetch } = useQuery<Results>({
    queryKey: ['promotions', promotion.id, 'results'],
    queryFn: ({ signal }) => readJson(`promotions/${encodeURIComponent(promotion.id)}/results`, signal),
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <PageLoading />;
  return (
    <>
      <ResultTiles results={data} />
      <Uplift promotion={promotion} results={data} />
      <Section
        title={translate('promotion.results.by_day')}
        hint={translate('promotion.results.measured', { at: format.timeWithOffset(data.measuredAt) })}
      >
        {data.byDay.length === 0 ? (
          <EmptyState title={translate('promotion.results.nothing_yet')} />
        ) : (
          <Box role="img" aria-label={translate('promotion.results.by_day')}>
            <DayChart
              rows={data.byDay.map(({ day, costCoins }) => ({ at: day, costCoins }))}
              series={[
                {
                  key: 'costCoins',
                  name: translate('promotion.simulation.cost'),
                  color: 'var(--series-held)',
                },
              ]}
              height={190}
            />
          </Box>
        )}
      </Section>
    </>
  );
}
