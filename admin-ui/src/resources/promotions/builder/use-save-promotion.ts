import type { PromotionContents, StaffPromotion } from '@coinwarden/contracts';
import { useState } from 'react';
import { useDataProvider, useRedirect } from 'react-admin';
import { useWrite } from '../../../actions/use-write';
import { sendJson } from '../../../providers/http';
import { useKnowPromotion } from '../use-promotion';

/**
 * Saves a draft under the revision that was looked at. When another came meanwhile, `look` reads it, and what is saved then
 * follows that one.
 */
export function useSavePromotion(promotion: StaffPromotion | null) {
  const [follows, setFollows] = useState(promotion?.revision ?? 0);
  const [theirs, setTheirs] = useState<StaffPromotion | null>(null);
  const dataProvider = useDataProvider();
  const redirect = useRedirect();
  const know = useKnowPromotion();
  const { write, clear, busy, problem, refusal, fields } = useWrite<StaffPromotion>({
    done: promotion ? 'promotion.saved' : 'promotion.created',
    onDone: (saved) => {
      know(saved);
      redirect('show', 'promotions', saved.id);
    },
  });
  const stale = refusal?.code === 'record.conflict';
  const save = (promotionId: string, contents: PromotionContents) =>
    write(() =>
      promotion
        ? sendJson('PUT', `promotions/${encodeURIComponent(promotion.id)}`, {
            revision: follows,
            ...contents,
          })
        : sendJson('POST', 'promotions', { promotionId, ...contents }),
    );
  const look = async () => {
    if (!promotion) return;
    const { data } = await dataProvider.getOne<StaffPromotion>('promotions', { id: promotion.id });
    setTheirs(data);
    setFollows(data.revision);
    clear();
  };
  return {
    save,
    look,
    busy,
    /** Somebody else saved it meanwhile. */
    conflict: stale && promotion !== null,
    /** There is one with this id. */
    taken: stale && promotion === null,
    theirs: stale ? null : theirs,
    problem: stale ? null : problem,
    fields,
  };
}
