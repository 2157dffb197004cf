import type { Rule, StatusBecause } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Queryable } from '../../platform/database/sql.js';
import { announce } from '../../platform/outbox/outbox.js';
import { writeRestrictions } from '../persistence/restrictions.store.js';

/** An account that a rule restricts with the decision it was found by. */
export interface Restriction {
  readonly accountId: string;
  readonly because: StatusBecause;
  readonly rule: Rule;
  readonly transactionId: string;
}

/**
 * Restricts accounts in the batch that decided so, under the wallets' locks it holds: no decision after it overlooks the
 * restriction, and it stands in the audit log as done by the rules. Most batches restrict nobody and pay nothing for it.
 */
@Injectable()
export class RestrictAccounts {
  constructor(private readonly audit: AuditLog) {}

  async run(tx: Queryable, restrictions: readonly Restriction[]): Promise<void> {
    if (restrictions.length === 0) return;
    const inOrder = [...restrictions].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
    await writeRestrictions(tx, inOrder);
    for (const { accountId, rule } of inOrder) {
      const reason = rule.reasonCode;
      await announce(tx, 'account.status_changed', { accountId, status: 'restricted', reason });
    }
    await this.audit.appendNow(
      tx,
      inOrder.map(({ accountId, rule, transactionId }) => ({
        actor: { type: 'system', id: 'rules' },
        action: 'account.restrict',
        subject: { type: 'account', id: accountId },
        reason: rule.message,
        details: { from: 'active', to: 'restricted', rule: rule.key, transactionId },
      })),
    );
  }
}
