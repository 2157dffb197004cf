import type { PromotionContents } from '@coinwarden/contracts';
import { compileAudience, MAX_PROMOTION_VALUE, readWindow } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { type FieldError, ProblemError } from '../../platform/http/problem-error.js';
import { holderOfCode, knownPackages, type WrittenPromotion } from '../persistence/promotion-writes.store.js';

/**
 * A promotion as it was written, its window worked out. Throws ProblemError `request.invalid` with everything in it that
 * does not fit together.
 */
export async function writtenPromotion(
  db: Queryable,
  promotionId: string,
  contents: PromotionContents,
): Promise<WrittenPromotion> {
  const { startsLocal, endsLocal, ...rest } = contents;
  const { startsAt, endsAt } = readWindow({ startsLocal, endsLocal, timeZone: rest.timeZone });
  const written = { ...rest, startsAt, endsAt };
  const wrong = [...misfits(written), ...(await unknowns(db, promotionId, written))];
  if (wrong.length > 0) throw new ProblemError('request.invalid', undefined, wrong);
  return written;
}

function misfits(p: WrittenPromotion): FieldError[] {
  const wrong: FieldError[] = [];
  const add = (pointer: string, detail: string) => wrong.push({ pointer, detail });
  const most = MAX_PROMOTION_VALUE[p.effect];
  if (p.value > most) add('/value', `must be at most ${most}`);
  if (p.endsAt <= p.startsAt) add('/endsLocal', 'must be after the beginning');
  if (p.code !== null && p.singleUseCodes) add('/code', 'not together with codes that work once');
  const needsCode = p.code !== null || p.singleUseCodes;
  if (needsCode && p.holdoutPercent > 0) add('/holdoutPercent', 'whoever gives a code is never held out');
  if (p.pausePacePercent !== null && p.budgetCoins === null)
    add('/pausePacePercent', 'there is no pace without a budget');
  const audience = p.audience === null ? null : compileAudience(p.audience);
  if (audience !== null && !audience.ok)
    for (const { message } of audience.problems) add('/audience', message);
  return wrong;
}

async function unknowns(
  db: Queryable,
  promotionId: string,
  { packageIds, code }: WrittenPromotion,
): Promise<FieldError[]> {
  const wrong: FieldError[] = [];
  const known = await knownPackages(db, packageIds);
  for (const [i, packageId] of packageIds.entries())
    if (!known.has(packageId))
      wrong.push({ pointer: `/packageIds/${i}`, detail: `there is no package ${packageId}` });
  const holder = code === null ? null : await holderOfCode(db, code, promotionId);
  if (holder !== null) wrong.push({ pointer: '/code', detail: `promotion ${holder} has this code` });
  return wrong;
}
