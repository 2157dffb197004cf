import { ACCOUNT_PAGE_ACTIONS, type AccountSummary as AccountSummaryView } from '@coinwarden/contracts';
import {
  amountIn,
  CLEAR_WITH,
  hidden,
  idTime,
  PERSONAL_DETAILS,
  type Permission,
  type PersonalDetail,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { noteView, readPinnedNotes } from '../../account-notes/account-notes.public.js';
import { AccountPage, readAccount } from '../../accounts/accounts.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  type LifetimeRow,
  readLifetime,
  readListed,
  readOpenWork,
  readWards,
} from '../persistence/summary.store.js';

const PINNED = 3;
const WARDS = 10;

/** What each needs; its own command says whether the account's state allows it. */
const BEGUN_WITH: Record<(typeof ACCOUNT_PAGE_ACTIONS)[number], Permission> = {
  note: 'account.note',
  report: 'account.report',
  refund: 'refund.create',
  list_entry: 'list.write',
};

/** The first view of an account's page, in one answer. */
@Injectable()
export class AccountSummary {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly page: AccountPage,
  ) {}

  async read(accountId: string, actor: StaffActor): Promise<AccountSummaryView> {
    const { permissions } = actor;
    const now = this.clock.now();
    const [detail, account, lifetime, open, wards, listed, { pinned, standing }] = await Promise.all([
      this.page.read(accountId, permissions),
      readAccount(this.db, accountId),
      readLifetime(this.db, accountId),
      readOpenWork(this.db, accountId),
      readWards(this.db, accountId, WARDS),
      permissions.has('list.read') ? readListed(this.db, accountId, now) : null,
      readPinnedNotes(this.db, accountId, PINNED),
    ]);
    const because = account?.statusBecause;
    return {
      ...detail,
      email: detail.email && hidden('email', detail.email),
      allowedActions: [...detail.allowedActions, ...begun(permissions)],
      reveals: revealedTo(permissions),
      statusBecause: because ? { ...because, at: new Date(because.at).toISOString() } : null,
      wards,
      lifetime: lifetimeView(lifetime),
      open: {
        cases: permissions.has('case.read') ? open.cases : null,
        disputes: permissions.has('dispute.read') ? open.disputes : null,
        refunds: permissions.has('refund.read') ? open.refunds : null,
      },
      listed,
      notes: { standing, pinned: pinned.map(noteView(actor)) },
    };
  }
}

const begun = (permissions: ReadonlySet<Permission>) =>
  ACCOUNT_PAGE_ACTIONS.filter((action) => permissions.has(BEGUN_WITH[action]));

const revealedTo = (permissions: ReadonlySet<Permission>): PersonalDetail[] =>
  permissions.has('pii.reveal')
    ? PERSONAL_DETAILS.filter((detail) => permissions.has(CLEAR_WITH[detail]))
    : [];

function lifetimeView(rows: readonly LifetimeRow[]): AccountSummaryView['lifetime'] {
  const usdOf = (row: LifetimeRow) =>
    Number(amountIn('USD', { amountMinor: row.spent - row.back, currency: row.currency }) ?? 0n);
  const latest = rows.map((row) => idTime(row.last));
  return {
    money: [...rows]
      .sort((a, b) => usdOf(b) - usdOf(a))
      .map(({ currency, purchases, spent, back }) => ({
        currency,
        purchases,
        spentMinor: Number(spent),
        backMinor: Number(back),
      })),
    netUsdMinor: rows.reduce((sum, row) => sum + usdOf(row), 0),
    lastPurchaseAt: latest.length === 0 ? null : new Date(Math.max(...latest)).toISOString(),
  };
}
