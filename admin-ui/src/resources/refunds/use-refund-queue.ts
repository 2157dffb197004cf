import type { StaffRefund } from '@coinwarden/contracts';
import { useGetList } from 'react-admin';

const ROWS = 50;
const REFRESH_MS = 20_000;

export const QUEUE_GROUPS = ['approval', 'attention', 'under_way'] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];

export interface QueuePart {
  readonly group: QueueGroup;
  readonly refunds: readonly StaffRefund[];
  readonly total: number;
}

const refreshed = { refetchInterval: REFRESH_MS };
const dueFirst = {
  sort: { field: 'dueAt', order: 'ASC' },
  pagination: { page: 1, perPage: ROWS },
} as const;

/** A person has to do something: it failed, it was waited for too long, or somebody outside must act. */
const needsAttention = (refund: StaffRefund): boolean =>
  refund.status === 'failed' || refund.overdue || refund.nextStep !== null;

/** Open refunds, what is due first, first: those for approval, those that need a hand, those that move by themselves. */
export function useRefundQueue() {
  const approval = useGetList<StaffRefund>(
    'refunds',
    { ...dueFirst, filter: { status: ['pending_approval'] } },
    refreshed,
  );
  const rest = useGetList<StaffRefund>(
    'refunds',
    { ...dueFirst, filter: { status: ['failed', 'approved', 'processing', 'requested'] } },
    refreshed,
  );
  const others = rest.data ?? [];
  const attention = others.filter(needsAttention);
  const underWay = others.filter((refund) => !needsAttention(refund));
  const parts: QueuePart[] = [
    { group: 'approval', refunds: approval.data ?? [], total: approval.total ?? 0 },
    { group: 'attention', refunds: attention, total: attention.length },
    {
      group: 'under_way',
      refunds: underWay,
      total: Math.max(underWay.length, (rest.total ?? 0) - attention.length),
    },
  ];
  return {
    parts: parts.filter(({ refunds }) => refunds.length > 0),
    error: approval.error ?? rest.error,
    isPending: approval.isPending || rest.isPending,
    refetch: () => {
      void approval.refetch();
      void rest.refetch();
    },
  };
}
