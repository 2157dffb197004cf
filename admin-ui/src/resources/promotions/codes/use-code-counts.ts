import { PROMOTION_CODE_STATUSES, type StaffPromotionCode } from '@coinwarden/contracts';
import { useGetList } from 'react-admin';

type Status = (typeof PROMOTION_CODE_STATUSES)[number];

/** How many codes of a promotion are free, used and revoked. */
export const useCodeCounts = (promotionId: string): Partial<Record<Status, number>> => ({
  free: useCount(promotionId, 'free'),
  used: useCount(promotionId, 'used'),
  revoked: useCount(promotionId, 'revoked'),
});

function useCount(promotionId: string, status: Status): number {
  const { meta } = useGetList<StaffPromotionCode>('promotion-codes', {
    filter: { promotionId, status },
    pagination: { page: 1, perPage: 1 },
  });
  return Number(meta?.total ?? 0);
}
