/**
 * The control group of a promotion: a share of accounts that goes without it, drawn by account and promotion alone. So an
 * account stays on its side for as long as the promotion runs, and is drawn anew for every other one.
 */
import type { Promotion } from './promotion.js';

const BASE = 0x811c9dc5;
const PRIME = 0x01000193;

/** The place of an account in the draw, 0 to 99. */
function placeOf(promotionId: string, accountId: string): number {
  let hash = BASE;
  for (const text of [promotionId, '\u0000', accountId]) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  }
  // The last letters have moved only the low bits so far.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}

export const isHeldOut = (
  { promotionId, holdoutPercent }: Pick<Promotion, 'promotionId' | 'holdoutPercent'>,
  accountId: string,
): boolean => holdoutPercent > 0 && placeOf(promotionId, accountId) < holdoutPercent;
