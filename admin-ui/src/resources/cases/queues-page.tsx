import type { StaffQueue } from '@coinwarden/contracts';
import { Box, Card } from '@mui/material';
import { useState } from 'react';
import { Title, useGetList, useTranslate } from 'react-admin';
import { EmptyState } from '../../display/empty-state';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { useShortcuts } from '../../shortcuts/use-shortcuts';
import { MyCases } from './my-cases';
import { QueueCard } from './queue-card';
import { useNextCase } from './use-next-case';

const REFRESH_MS = 15_000;

/** The queues in their order with what waits in them. Work is pulled from here, never picked. */
export default function QueuesPage() {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  const next = useNextCase();
  const {
    data: all,
    error,
    isPending,
    refetch,
  } = useGetList<StaffQueue>(
    'queues',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'id', order: 'ASC' }, filter: {} },
    { refetchInterval: REFRESH_MS },
  );
  const data = all?.filter(({ retiredInto }) => retiredInto === null);
  // Unless somebody chose, the first queue that has something for them.
  const preferred = data?.find(({ mine }) => mine > 0) ?? data?.[0];
  const current = data?.find(({ id }) => id === chosen) ?? preferred;
  const move = (step: number) => {
    const at = data?.findIndex(({ id }) => id === current?.id) ?? -1;
    const to = data?.[at + step];
    if (to) setChosen(to.id);
  };
  const pull = (queue: StaffQueue | undefined) => {
    if (queue?.allowedActions.includes('next') && !next.busy) void next.pull(queue.id);
  };
  useShortcuts({
    'queue.next': () => move(1),
    'queue.previous': () => move(-1),
    'case.next': () => pull(current),
  });
  return (
    <>
      <Title title={translate('resources.queues.name', { smart_count: 2 })} />
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending || !data ? (
        <PageLoading />
      ) : data.length === 0 ? (
        <Card>
          <EmptyState
            title={translate('case_queue.no_queues')}
            hint={translate('case_queue.no_queues_hint')}
          />
        </Card>
      ) : (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <MyCases />
          <Card component="section" aria-label={translate('resources.queues.name', { smart_count: 2 })}>
            <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {data.map((queue) => (
                <QueueCard
                  key={queue.id}
                  queue={queue}
                  selected={queue.id === current?.id}
                  busy={next.busy}
                  onPull={() => pull(queue)}
                />
              ))}
            </Box>
          </Card>
        </Box>
      )}
    </>
  );
}
