import type { MoneyBackReport } from '@coinwarden/contracts';
import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Since } from '../../display/since';
import { TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';

interface Waiting {
  readonly key: string;
  readonly count: number;
  readonly late: number;
  readonly to: string;
  readonly oldestAt?: string | null;
}

const filtered = (list: string, filter: object) =>
  `/${list}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

function waitingOf({ deadlines, unknownOutcomes }: MoneyBackReport): Waiting[] {
  return [
    {
      key: 'approvals',
      count: deadlines.approvals,
      late: deadlines.approvalsOverdue,
      to: '/refund-queue',
    },
    {
      key: 'disputes',
      count: deadlines.disputes,
      late: deadlines.disputesAtRisk,
      to: '/disputes',
    },
    {
      key: 'warnings',
      count: deadlines.fraudWarnings,
      late: 0,
      to: '/fraud-warnings',
    },
    {
      key: 'stuck',
      count: deadlines.refundsFailed,
      late: deadlines.refundsOverdue,
      to: filtered('refunds', { status: 'failed' }),
    },
    {
      key: 'unknown',
      count: unknownOutcomes.count,
      late: unknownOutcomes.count,
      to: filtered('refunds', { status: 'processing' }),
      oldestAt: unknownOutcomes.oldestAt,
    },
    {
      key: 'notices',
      count: deadlines.noticesGivenUp,
      late: deadlines.storeAnswersAtRisk,
      to: filtered('notices', { state: 'dead_letter' }),
    },
  ];
}

/** What waits for somebody this moment, whatever the period; red only where a deadline is in danger. */
export function Deadlines({ report }: { report: MoneyBackReport }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Card
      component="section"
      aria-label={translate('money_back.waiting.title')}
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: '1fr 1fr',
          md: 'repeat(3, minmax(0, 1fr))',
          lg: 'repeat(6, minmax(0, 1fr))',
        },
        // A line before every cell; those at the edge lie outside.
        overflow: 'hidden',
        '& > div': {
          marginInlineStart: '-1px',
          marginTop: '-1px',
          borderInlineStart: '1px solid var(--border)',
          borderTop: '1px solid var(--border)',
        },
      }}
    >
      {waitingOf(report).map(({ key, count, late, to, oldestAt }) => (
        <Box
          key={key}
          sx={{
            padding: '12px 16px',
            minWidth: 0,
            display: 'grid',
            gridRow: 'span 3',
            gridTemplateRows: 'subgrid',
          }}
        >
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {translate(`money_back.waiting.${key}`)}
          </Typography>
          <Typography sx={{ fontSize: '1.25rem', fontWeight: 640, letterSpacing: '-0.01em' }}>
            {count === 0 && late === 0 ? '0' : <TextLink to={to}>{format.number(count)}</TextLink>}
          </Typography>
          <Typography variant="caption" sx={{ color: late > 0 ? 'var(--negative)' : 'var(--muted)' }}>
            {translate(`money_back.waiting.${key}_${late > 0 ? 'late' : 'fine'}`, {
              smart_count: late,
              count: format.number(late),
              hours: format.number(report.deadlines.atRiskHours),
            })}
            {oldestAt && (
              <>
                {' '}
                <Since value={oldestAt} />
              </>
            )}
          </Typography>
        </Box>
      ))}
    </Card>
  );
}
