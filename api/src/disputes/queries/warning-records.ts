import type { StaffFraudWarning } from '@coinwarden/contracts';
import { WARNING_STATUSES } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, type StaffResource } from '../../platform/http/staff-list.js';
import { toWarning, WARNING_COLUMNS, type WarningRow } from '../persistence/fraud-warnings.store.js';
import { instantOf } from './dispute-view.js';

export const WARNINGS: StaffResource = {
  name: 'fraud-warnings',
  select: WARNING_COLUMNS,
  from: 'fraud_warnings',
  id: { column: 'warning_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('account_id', z.string().min(1).max(128)),
    purchaseId: anyOf('purchase_id', z.uuid()),
    status: anyOf('status', z.enum(WARNING_STATUSES)),
  },
  sorts: { occurredAt: 'occurred_at' },
  defaultSort: ['occurredAt', 'DESC'],
};

export const staffWarningFor =
  ({ permissions }: StaffActor) =>
  (row: WarningRow): StaffFraudWarning => {
    const { warningId, occurredAt, providerWarningId: _, ...warning } = toWarning(row);
    const open = warning.status === 'open' && permissions.has('dispute.respond');
    return {
      id: warningId,
      ...warning,
      occurredAt: instantOf(occurredAt),
      allowedActions: open ? (warning.actionable ? ['refund', 'keep'] : ['keep']) : [],
    };
  };
