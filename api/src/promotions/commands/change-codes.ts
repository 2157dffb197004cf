import { randomBytes } from 'node:crypto';
import type { PromotionCodesRequest, PromotionCodesRevoke } from '@coinwarden/contracts';
import { drawCode, plainCode, statusAt } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { countCodes, insertCodes, revokeCodes } from '../persistence/promotion-codes.store.js';
import { ChangePromotions } from './change-promotions.js';

/** As many as one promotion may have. */
const MAX_CODES = 1_000_000;
/** Enough that a code is nearly always found among them. */
const BYTES_PER_CODE = 16;
const CODES_PER_STATEMENT = 10_000;

/** Draws codes that work once, and takes back those that nobody used. */
@Injectable()
export class ChangeCodes {
  constructor(
    private readonly clock: Clock,
    private readonly change: ChangePromotions,
  ) {}

  add(
    actor: StaffActor,
    promotionId: string,
    { count, prefix = '' }: PromotionCodesRequest,
  ): Promise<string[]> {
    const at = new Date(this.clock.now());
    return this.change.run(promotionId, async (tx, promotion) => {
      if (!promotion.singleUseCodes || statusAt(promotion, at.getTime()) === 'ended')
        throw new ProblemError('action.not_allowed', 'It takes no more codes that work once.');
      if ((await countCodes(tx, promotionId)) + count > MAX_CODES)
        throw new ProblemError('action.not_allowed', `A promotion has at most ${MAX_CODES} codes.`);
      const codes: string[] = [];
      // What was drawn before is drawn again; it hardly ever happens.
      while (codes.length < count) {
        const missing = Math.min(count - codes.length, CODES_PER_STATEMENT);
        codes.push(...(await insertCodes(tx, { promotionId, codes: draw(missing, prefix), at })));
      }
      const deed = { promotionId, at, actor, action: 'codes_added', reason: null };
      await this.change.tell(tx, { ...deed, details: { count, prefix: plainCode(prefix) } });
      return codes;
    });
  }

  revoke(actor: StaffActor, promotionId: string, { codes, reason }: PromotionCodesRevoke): Promise<number> {
    const at = new Date(this.clock.now());
    return this.change.run(promotionId, async (tx) => {
      const asked = codes?.map(plainCode) ?? null;
      const revoked = await revokeCodes(tx, { promotionId, codes: asked, at });
      const deed = { promotionId, at, actor, action: 'codes_revoked', reason };
      await this.change.tell(tx, { ...deed, details: { revoked, all: asked === null } });
      return revoked;
    });
  }
}

function draw(count: number, prefix: string): string[] {
  const codes = new Set<string>();
  while (codes.size < count) {
    const code = drawCode(randomBytes(BYTES_PER_CODE), prefix);
    if (code !== null) codes.add(code);
  }
  return [...codes];
}
