import type { DisputeBoard as Board } from '@coinwarden/contracts';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { Box, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../../../display/empty-state';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { readJson } from '../../../providers/http';
import { BoardColumn } from './board-column';

const REFRESH_MS = 60_000;
/** A column without cards leaves its room to those that have some. */
const [FULL, EMPTY] = ['minmax(184px, 1fr)', 'minmax(92px, 0.6fr)'];

/** Open disputes by what is left of their time, the most pressing on the left. */
export function DisputeBoard() {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['disputes', 'board'],
    queryFn: ({ signal }) => readJson<Board>('disputes/board', signal),
    refetchInterval: REFRESH_MS,
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  if (data.columns.every(({ count }) => count === 0))
    return (
      <Card>
        <EmptyState
          icon={TaskAltOutlined}
          title={translate('dispute.board_empty.title')}
          hint={translate('dispute.board_empty.hint')}
        />
      </Card>
    );
  return (
    <Box sx={{ overflowX: 'auto', paddingBottom: 1 }} tabIndex={-1}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: data.columns.map(({ count }) => (count > 0 ? FULL : EMPTY)).join(' '),
          gridTemplateRows: 'auto auto',
          columnGap: 1.5,
        }}
      >
        {data.columns.map((column) => (
          <BoardColumn key={column.deadline} column={column} atRiskHours={data.atRiskHours} />
        ))}
      </Box>
    </Box>
  );
}
