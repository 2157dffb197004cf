import type { PromotionContents } from '@coinwarden/contracts';
import { type Promotion, readWindow, soundAudience } from '@coinwarden/domain';

/** A promotion as it is being written, as if it were released: what it would be, whether or not it may be saved so. */
export function asPromotion(promotionId: string, contents: PromotionContents): Promotion {
  const { startsLocal, endsLocal, timeZone } = contents;
  const { startsAt, endsAt } = readWindow({ startsLocal, endsLocal, timeZone });
  return {
    promotionId,
    name: contents.name,
    code: contents.code,
    singleUseCodes: contents.singleUseCodes,
    effect: contents.effect,
    value: BigInt(contents.value),
    packageIds: contents.packageIds,
    audience: contents.audience === null ? null : soundAudience(contents.audience),
    startsAt,
    endsAt,
    timeZone,
    budgetCoins: contents.budgetCoins === null ? null : BigInt(contents.budgetCoins),
    usesPerAccount: contents.usesPerAccount,
    exclusiveGroup: contents.exclusiveGroup,
    holdoutPercent: contents.holdoutPercent,
    priority: contents.priority,
    status: 'scheduled',
  };
}
