import type { StaffTransaction } from '@coinwarden/contracts';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { Box, Card, type Theme, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import { Title, useGetList, useRedirect, useTranslate } from 'react-admin';
import { EmptyState } from '../display/empty-state';
import { ErrorState } from '../display/error-state';
import { PageLoading } from '../display/page-loading';
import { useShortcuts } from '../shortcuts/use-shortcuts';
import { QueueEvidence } from './queue-evidence';
import { QueueList } from './queue-list';
import { useReviewDialogs } from './use-review-dialogs';

const QUEUE_ROWS = 50;
const REFRESH_MS = 20_000;

/** Transactions that wait for a person, oldest first: the queue on the left, the evidence of the chosen one beside it. */
export default function ReviewQueue() {
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [chosen, setChosen] = useState<string | null>(null);
  const translate = useTranslate();
  const redirect = useRedirect();
  const { data, total, error, isPending, refetch } = useGetList<StaffTransaction>(
    'transactions',
    {
      filter: { status: 'held', waitsFor: 'review' },
      sort: { field: 'id', order: 'ASC' },
      pagination: { page: 1, perPage: QUEUE_ROWS },
    },
    { refetchInterval: REFRESH_MS },
  );
  const at = Math.max(0, data?.findIndex(({ id }) => id === chosen) ?? 0);
  const current = data?.[at];
  const move = (step: number) => {
    const next = data?.[at + step];
    if (next) setChosen(next.id);
  };
  // The next in line takes the place of the one that was decided.
  const review = useReviewDialogs(current, () => setChosen(data?.[at + 1]?.id ?? data?.[at - 1]?.id ?? null));
  const open = (id: string) => redirect(`/transactions/${encodeURIComponent(id)}/show`);
  useShortcuts({
    'queue.next': () => move(1),
    'queue.previous': () => move(-1),
    'queue.open': () => current && open(current.id),
    'queue.release': () => review.ask('release'),
    'queue.decline': () => review.ask('decline'),
  });

  const title = <Title title={translate('review.title')} />;
  if (error)
    return (
      <>
        {title}
        <ErrorState error={error} onRetry={refetch} />
      </>
    );
  if (isPending)
    return (
      <>
        {title}
        <PageLoading />
      </>
    );
  if (!current) {
    return (
      <>
        {title}
        <Card>
          <EmptyState
            icon={TaskAltOutlined}
            title={translate('review.empty.title')}
            hint={translate('review.empty.hint')}
          />
        </Card>
      </>
    );
  }
  return (
    <>
      {title}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            md: '300px minmax(0, 1fr)',
            lg: '340px minmax(0, 1fr)',
          },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <QueueList
          transactions={data}
          total={total ?? data.length}
          currentId={current.id}
          onChoose={(id) => (wide ? setChosen(id) : open(id))}
        />
        {wide && (
          <QueueEvidence
            key={current.id}
            transaction={current}
            onAsk={review.ask}
            onOpen={() => open(current.id)}
          />
        )}
      </Box>
      {review.dialogs}
    </>
  );
}
