import type { StaffFraudWarning } from '@coinwarden/contracts';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, type StaffResource } from '../../platform/http/staff-list.js';
import {
  toWarning,
  WARNING_COLUMNS,
  type WarningRecord,
  type WarningRow,
} from '../persistence/fraud-warnings.store.js';

export const FRAUD_WARNINGS: StaffResource = {
  name: 'fraud-warnings',
  select: WARNING_COLUMNS,
  from: 'fraud_warnings',
  id: { column: 'warning_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('account_id', z.string().min(1).max(128)),
    purchaseId: anyOf('purchase_id', z.uuid()),
    status: anyOf('status', z.enum(['open', 'refunding', 'kept', 'too_late'])),
  },
  sorts: { occurredAt: 'occurred_at' },
  defaultSort: ['occurredAt', 'DESC'],
};

export const fraudWarningView = (
  warning: WarningRecord,
  actor: Pick<StaffActor, 'permissions'>,
): StaffFraudWarning => ({
  id: warning.warningId,
  provider: warning.provider,
  reference: warning.reference,
  accountId: warning.accountId,
  purchaseId: warning.purchaseId,
  fraudType: warning.fraudType,
  actionable: warning.actionable,
  occurredAt: new Date(warning.occurredAt).toISOString(),
  status: warning.status,
  comparison: warning.comparison,
  refundId: warning.refundId,
  allowedActions:
    warning.status === 'open' && actor.permissions.has('dispute.respond') ? ['refund', 'keep'] : [],
});

export const fraudWarningFor =
  (actor: StaffActor) =>
  (row: WarningRow): StaffFraudWarning =>
    fraudWarningView(toWarning(row), actor);
