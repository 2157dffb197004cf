import { randomUUID } from 'node:crypto';
import type { StaffCaseDetail } from '@coinwarden/contracts';
import type { NewAlert } from '@coinwarden/domain';
import { raiseAlerts } from '../../../api/src/cases/cases.public.js';
import type { TestApp, TestStaff } from '../../support/app.js';

/** A report by a user, worth US$ 10. */
export const alertOf = (accountId: string, changes: Partial<NewAlert> = {}): NewAlert => ({
  kind: 'report',
  key: randomUUID(),
  accountId,
  score: 500,
  reason: { code: 'report.user', message: 'A user reported the account.', values: { reason: 'scam' } },
  valueAtRiskUsdMinor: 1_000n,
  at: Date.now(),
  ...changes,
});

export const raise = (app: TestApp, ...alerts: NewAlert[]) => app.db.run((tx) => raiseAlerts(tx, alerts));

/** Opens a case of its own and answers its id. */
export async function openCase(
  app: TestApp,
  accountId: string = randomUUID(),
  changes: Partial<NewAlert> = {},
) {
  await raise(app, alertOf(accountId, changes));
  const [found] = await app.db.query<{ case_id: string }>(
    'SELECT case_id FROM cases WHERE account_id = $1 ORDER BY case_id DESC LIMIT 1',
    [accountId],
  );
  return found!.case_id;
}

export const act = (staff: TestStaff, caseId: string, action: string, body: object = {}) =>
  staff.request.post(`/staff/cases/${caseId}/actions/${action}`).send(body);

export const next = (staff: TestStaff, queue = 'general') =>
  staff.request.post(`/staff/queues/${queue}/next`);

export const page = async (staff: TestStaff, caseId: string): Promise<StaffCaseDetail> =>
  (await staff.request.get(`/staff/cases/${caseId}`).expect(200)).body;

/** As if the lease had run out. */
export const letLapse = (app: TestApp, caseId: string) =>
  app.db.query("UPDATE cases SET lease_until = now() - interval '1 second' WHERE case_id = $1", [caseId]);

/** Nothing waits any more, so that the next case is the one a test opens. */
export const emptyQueues = (app: TestApp) => app.db.query("UPDATE cases SET status = 'closed'");
