import type { AccountEventRequest } from '@coinwarden/contracts';

/**
 * The event as one about the account it concerns. A report told by its reporter is one about the account they report; the
 * device it came from is not that account's.
 */
export function toldAbout(request: AccountEventRequest): AccountEventRequest {
  if (request.type !== 'report') return request;
  const { reportedAccountId, text, ...report } = request;
  const note = report.note ?? text;
  const told = { ...report, ...(note !== undefined && { note }) };
  if (reportedAccountId === undefined) return told;
  const { device: _, ...rest } = told;
  return { ...rest, accountId: reportedAccountId, reporterId: request.accountId };
}
