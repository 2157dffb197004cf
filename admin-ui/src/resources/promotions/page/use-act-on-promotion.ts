import type { StaffPromotion } from '@coinwarden/contracts';
import type { PromotionAction } from '@coinwarden/domain';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { useAct } from '../../../actions/use-act';

/** Actions that speak for what is written: they name the revision that was on screen. */
const READ: readonly PromotionAction[] = ['submit', 'approve', 'reject'];

interface ActOptions {
  promotion: StaffPromotion;
  action: PromotionAction;
  onDone: () => void;
}

/** Acts on a promotion as it was on screen when its dialog opened; when another came meanwhile, it is looked at first. */
export function useActOnPromotion({ promotion, action, onDone }: ActOptions) {
  const [seen, setSeen] = useState(promotion);
  const dataProvider = useDataProvider();
  const { act, clear, busy, problem, refusal } = useAct({ done: `promotion.action.${action}.done`, onDone });
  const conflict = refusal?.code === 'record.conflict';
  return {
    seen,
    busy,
    conflict,
    problem: conflict ? null : problem,
    look: async () => {
      const { data } = await dataProvider.getOne<StaffPromotion>('promotions', { id: promotion.id });
      setSeen(data);
      clear();
    },
    act: (reason: string) =>
      act(
        { resource: 'promotions', id: promotion.id, action },
        {
          ...(reason !== '' && { reason }),
          ...(READ.includes(action) && { revision: seen.revision }),
        },
      ),
  };
}
