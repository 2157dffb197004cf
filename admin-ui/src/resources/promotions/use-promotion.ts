import type { StaffPromotion } from '@coinwarden/contracts';
import { useDetail } from '../../providers/use-detail';

export const usePromotion = (id: string) => useDetail<StaffPromotion>('promotions', id);
