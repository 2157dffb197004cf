import { id, PROMOTION_CODE_STATUSES, type StaffPromotionCode } from '@coinwarden/contracts';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, type StaffResource } from '../../platform/http/staff-list.js';

const STATUS = `CASE WHEN used_at IS NOT NULL THEN 'used' WHEN revoked_at IS NOT NULL THEN 'revoked' ELSE 'free' END`;

/** Codes that work once, as staff list them. */
export const PROMOTION_CODES: StaffResource = {
  name: 'promotion-codes',
  select: `code, promotion_id, ${STATUS} AS status, created_at, used_at, account_id, transaction_id`,
  from: 'promotion_codes',
  id: { column: 'code', schema: z.string().max(60).toUpperCase() },
  filters: {
    promotionId: anyOf('promotion_id', id),
    status: anyOf(`(${STATUS})`, z.enum(PROMOTION_CODE_STATUSES)),
    accountId: anyOf('account_id', id),
  },
  sorts: { createdAt: 'created_at', id: 'code' },
  defaultSort: ['createdAt', 'DESC'],
};

export interface PromotionCodeRow {
  code: string;
  promotion_id: string;
  status: StaffPromotionCode['status'];
  created_at: Date;
  used_at: Date | null;
  account_id: string | null;
  transaction_id: string | null;
}

const SHOWN_LETTERS = 4;

/** A free code is as good as coins: who may not hand them out sees a part. */
export const promotionCodeRecord =
  ({ permissions }: StaffActor) =>
  (row: PromotionCodeRow): StaffPromotionCode => {
    const whole = row.status !== 'free' || permissions.has('catalogue.write');
    return {
      id: whole ? row.code : `${row.code.slice(0, SHOWN_LETTERS)}…${row.code.slice(-2)}`,
      promotionId: row.promotion_id,
      status: row.status,
      createdAt: row.created_at.toISOString(),
      usedAt: row.used_at?.toISOString() ?? null,
      accountId: row.account_id,
      transactionId: row.transaction_id,
    };
  };
