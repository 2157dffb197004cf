import type { StaffPromotion } from '@coinwarden/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useDetail } from '../../providers/use-detail';

export const usePromotion = (id: string) => useDetail<StaffPromotion>('promotions', id);

/** Takes the server's answer to a write for what the promotion is now: its page never begins with what it was before. */
export function useKnowPromotion(): (promotion: StaffPromotion) => void {
  const client = useQueryClient();
  return (promotion) =>
    client.setQueriesData<StaffPromotion>({ queryKey: ['promotions', 'getOne'] }, (known) =>
      known?.id === promotion.id ? promotion : known,
    );
}
