import type { StaffQueue } from '@coinwarden/contracts';
import { useGetList } from 'react-admin';
import { useCaseNames } from './use-case-names';

/** All queues in their order, also those retired, which decided cases still name. */
export function useQueueNames() {
  const { queueName } = useCaseNames();
  const { data: queues = [] } = useGetList<StaffQueue>('queues', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'id', order: 'ASC' },
    filter: {},
  });
  const queueNamed = (id: string): string => {
    const found = queues.find((queue) => queue.id === id);
    return found ? queueName(found) : id;
  };
  return { queues, queueNamed };
}
