import type { StaffQueue } from '@coinwarden/contracts';
import { DEFAULT_QUEUES } from '@coinwarden/domain';
import { useGetList } from 'react-admin';
import { useNamed } from './use-case-names';

const DEFAULTS = new Map(DEFAULT_QUEUES.map(({ queueId, name }) => [queueId, name]));

/** All queues in their order, also those retired, which decided cases still name; and what one is called, or the one of an id. */
export function useQueueNames() {
  const named = useNamed()('case_queue_name', DEFAULTS);
  const { data: queues = [] } = useGetList<StaffQueue>('queues', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'id', order: 'ASC' },
    filter: {},
  });
  const queueName = (of: string | { id: string; name: string }): string => {
    const queue = typeof of === 'string' ? queues.find(({ id }) => id === of) : of;
    return queue ? named(queue.id, queue.name) : String(of);
  };
  return { queues, queueName };
}
