import type { DisputeBoard, StaffDispute } from '@coinwarden/contracts';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format';
import { DisputeCard } from './dispute-card';

const CARDS = 12;
type Column = DisputeBoard['columns'][number];

const EDGES: Record<Column['deadline'], string> = {
  overdue: 'var(--negative)',
  at_risk: 'var(--caution)',
  this_week: 'var(--accent)',
  later: 'var(--border-strong)',
  waiting: 'var(--info)',
};

/** One span of time: how many disputes end in it, what is at stake, and the first of them. */
export function BoardColumn({ column, atRiskHours }: { column: Column; atRiskHours: number }) {
  const translate = useTranslate();
  const format = useFormat();
  const { deadline, count, amounts } = column;
  const { data, isPending } = useGetList<StaffDispute>(
    'disputes',
    {
      filter: { deadline },
      sort: { field: 'dueAt', order: 'ASC' },
      pagination: { page: 1, perPage: CARDS },
    },
    { enabled: count > 0 },
  );
  const title = translate(`dispute_deadline.${deadline}`);
  const within = deadline === 'at_risk' ? translate('dispute.within', { hours: atRiskHours }) : null;
  const all = `/disputes?filter=${encodeURIComponent(JSON.stringify({ deadline }))}`;
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{
        minWidth: 0,
        display: 'grid',
        gridRow: 'span 2',
        gridTemplateRows: 'subgrid',
        borderTop: `3px solid ${EDGES[deadline]}`,
        borderRadius: '4px 4px 0 0',
        paddingTop: 1,
      }}
    >
      <Box sx={{ paddingX: 0.5, minHeight: 44 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <Typography component="h2" sx={{ fontSize: '0.8125rem', fontWeight: 620 }}>
            {title}
            {within && (
              <Box component="span" sx={{ color: 'var(--muted)', fontWeight: 400 }}>
                {' '}
                {within}
              </Box>
            )}
          </Typography>
          <Typography className="tabular" sx={{ fontSize: '0.8125rem', color: 'var(--muted)' }}>
            {format.number(count)}
          </Typography>
        </Box>
        <Typography variant="caption" className="tabular" sx={{ color: 'var(--muted)' }}>
          {amounts.map(format.money).join(' · ') || ' '}
        </Typography>
      </Box>
      <Box sx={{ display: 'grid', gap: 1, alignContent: 'start' }}>
        {count === 0 ? (
          <Typography variant="caption" sx={{ color: 'var(--muted)', padding: '8px 4px' }}>
            {translate('dispute.nothing_here')}
          </Typography>
        ) : isPending ? (
          <Skeleton variant="rounded" height={96} />
        ) : (
          data?.map((dispute) => <DisputeCard key={dispute.id} dispute={dispute} />)
        )}
        {count > CARDS && (
          <Button component={Link} to={all} size="small">
            {translate('dispute.show_all', { count: format.number(count) })}
          </Button>
        )}
      </Box>
    </Box>
  );
}
