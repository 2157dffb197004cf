import { masked, type PersonalDetail } from '../access/masking.js';
import type { Permission } from '../access/permissions.js';
import type { EvidenceFacts, OtherPurchase, SeenFrom } from './evidence-facts.js';

/** The facts as the holder of `permissions` may see them. What is sent to the bank is never masked. */
export function maskEvidence(facts: EvidenceFacts, permissions: ReadonlySet<Permission>): EvidenceFacts {
  const hide = <T extends string | null>(detail: PersonalDetail, value: T) =>
    masked(permissions, detail, value);
  const seen = <T extends SeenFrom>(from: T): T => ({
    ...from,
    deviceId: hide('device', from.deviceId),
    ip: hide('ip', from.ip),
  });
  const purchase = (other: OtherPurchase): OtherPurchase => ({
    ...seen(other),
    instrument: hide('paymentInstrument', other.instrument),
  });
  return {
    ...facts,
    purchase: { ...seen(facts.purchase), instrument: hide('paymentInstrument', facts.purchase.instrument) },
    account: { ...facts.account, email: hide('email', facts.account.email) },
    usage: { ...facts.usage, rows: facts.usage.rows.map(seen) },
    activity: facts.activity.map(seen),
    priorPurchases: facts.priorPurchases.map(purchase),
    similarPurchases: facts.similarPurchases.map(purchase),
  };
}

/** What an evidence pack shows in clear. */
export const EVIDENCE_DETAILS = [
  'email',
  'ip',
  'device',
  'paymentInstrument',
] as const satisfies PersonalDetail[];
