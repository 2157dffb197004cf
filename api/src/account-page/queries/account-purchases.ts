import type { AccountPurchase, AccountPurchases as AccountPurchasesView } from '@coinwarden/contracts';
import {
  hidden,
  idTime,
  type PaymentProvider,
  type Permission,
  type TransactionStatus,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { readAccount } from '../../accounts/accounts.public.js';
import { PURCHASED_PACKAGE_NAME } from '../../packages/packages.public.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';

interface Row {
  transaction_id: string;
  status: TransactionStatus;
  amount_minor: bigint;
  currency: string;
  coins: bigint;
  package_id: string;
  package_name: string | null;
  promotion_id: string | null;
  promotion_name: string | null;
  bonus_coins: number | null;
  provider: PaymentProvider;
  reference: string;
  instrument: string | null;
  refunded_minor: bigint | null;
  reserved_minor: bigint | null;
  lost_minor: bigint | null;
}

const PURCHASES = `
  SELECT t.transaction_id, t.status, t.amount_minor, t.currency, t.coins, t.request ->> 'packageId' AS package_id,
         ${PURCHASED_PACKAGE_NAME} AS package_name, t.decision -> 'promotion' ->> 0 AS promotion_id,
         p.name AS promotion_name, (t.decision -> 'promotion' ->> 1)::float8 AS bonus_coins,
         t.request -> 'payment' ->> 'provider' AS provider, t.request -> 'payment' ->> 'reference' AS reference,
         t.request -> 'payment' ->> 'instrument' AS instrument, s.refunded_minor, s.reserved_minor, s.lost_minor
  FROM transactions t
  LEFT JOIN promotions p ON p.promotion_id = t.decision -> 'promotion' ->> 0
  LEFT JOIN purchase_settlements s ON s.account_id = t.account_id AND s.purchase_id = t.transaction_id
  WHERE t.account_id = $1 AND t.kind = 'purchase' AND t.transaction_id < $2
  ORDER BY t.transaction_id DESC LIMIT $3`;

const BEYOND_EVERY_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What an account bought, newest first, a page at a time. */
@Injectable()
export class AccountPurchases {
  constructor(private readonly db: UnitOfWork) {}

  async page(
    accountId: string,
    { cursor = BEYOND_EVERY_ID, limit }: { cursor?: string | undefined; limit: number },
    permissions: ReadonlySet<Permission>,
  ): Promise<AccountPurchasesView> {
    if (!isUuid(cursor) && cursor !== BEYOND_EVERY_ID) throw noCursor();
    if (!(await readAccount(this.db, accountId)))
      throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    const rows = await this.db.query<Row>(PURCHASES, [accountId, cursor, limit + 1]);
    const items = rows.slice(0, limit).map((row) => purchaseView(row, permissions));
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.purchaseId : null };
  }
}

const noCursor = () =>
  new ProblemError('request.invalid', 'The cursor is not one of ours.', [
    { pointer: '/query/cursor', detail: 'must be the nextCursor of an earlier page' },
  ]);

function purchaseView(row: Row, permissions: ReadonlySet<Permission>): AccountPurchase {
  const back = backOf(row);
  const goneMinor = back ? back.refundedMinor + back.reservedMinor + back.lostMinor : 0;
  const refundable = row.status === 'posted' && goneMinor < Number(row.amount_minor);
  return {
    purchaseId: row.transaction_id,
    at: new Date(idTime(row.transaction_id)).toISOString(),
    status: row.status,
    package: { id: row.package_id, name: row.package_name ?? row.package_id },
    money: { amountMinor: Number(row.amount_minor), currency: row.currency },
    coins: Number(row.coins),
    promotion:
      row.promotion_id === null
        ? null
        : {
            id: row.promotion_id,
            name: row.promotion_name ?? row.promotion_id,
            bonusCoins: row.bonus_coins ?? 0,
          },
    provider: row.provider,
    reference: hidden('paymentReference', row.reference),
    instrument: row.instrument && hidden('paymentInstrument', row.instrument),
    back,
    allowedActions: refundable && permissions.has('refund.create') ? ['refund'] : [],
  };
}

const backOf = (row: Row): AccountPurchase['back'] =>
  row.refunded_minor === null
    ? null
    : {
        refundedMinor: Number(row.refunded_minor),
        reservedMinor: Number(row.reserved_minor),
        lostMinor: Number(row.lost_minor),
      };
