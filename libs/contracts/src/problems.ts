import { z } from 'zod';

/**
 * The one table of problem codes: HTTP status and title of every refusal the API answers with. A code is a promise to
 * integrators; it is added, never changed.
 */
export const PROBLEMS = {
  'request.invalid': { status: 422, title: 'The request does not fit the contract' },
  'request.malformed': { status: 400, title: 'The body is not valid JSON' },
  'request.too_large': { status: 413, title: 'The body is larger than this call allows' },
  'request.unsupported_media_type': { status: 415, title: 'Only application/json is accepted here' },
  'request.csrf': { status: 403, title: 'The X-Requested-With header is missing' },
  'request.rate_limited': { status: 429, title: 'Too many requests' },
  'export.too_large': { status: 422, title: 'More rows match than one file holds' },
  'view.name_taken': { status: 409, title: 'There is a view of this name already' },
  'view.too_many': { status: 422, title: 'Nobody keeps more views than this' },
  'route.unknown': { status: 404, title: 'There is nothing at this address' },
  'method.not_allowed': { status: 405, title: 'This address does not take that method' },
  'idempotency.missing': { status: 400, title: 'The Idempotency-Key header is missing' },
  'idempotency.conflict': { status: 409, title: 'The idempotency key was used with another body' },
  'auth.missing': { status: 401, title: 'No valid credentials were sent' },
  'auth.forbidden': { status: 403, title: 'These credentials do not permit this' },
  'session.invalid': { status: 401, title: 'E-mail, password or session is not valid' },
  'session.totp_required': { status: 401, title: 'A one-time code is required' },
  'session.totp_enrolment_required': { status: 403, title: 'This role must enrol a second factor first' },
  'session.password_change_required': { status: 403, title: 'The one-time password must be replaced first' },
  'session.locked': { status: 429, title: 'Too many failed sign-ins; try again later' },
  'account.unknown': { status: 404, title: 'No such account' },
  'account.closed': { status: 409, title: 'The account is closed' },
  'transaction.unknown': { status: 404, title: 'No such transaction' },
  'transaction.not_held': { status: 409, title: 'The transaction is not held, or no longer' },
  'record.unknown': { status: 404, title: 'No such record' },
  'record.conflict': { status: 409, title: 'The record has changed or already exists' },
  'action.not_allowed': { status: 409, title: 'This action is not open in the present state' },
  'action.reason_required': { status: 422, title: 'This action needs a reason' },
  'backtest.not_done': { status: 409, title: 'The backtest has no result yet, or never will' },
  'staff.own_account': { status: 409, title: 'This cannot be done to one’s own account' },
  'staff.last_admin': { status: 409, title: 'The last active administrator has to stay' },
  'limit.invalid': { status: 422, title: 'The limit cannot be set like this' },
  'exclusion.shortened': { status: 409, title: 'A self-exclusion cannot be shortened' },
  'refund.not_refundable': { status: 409, title: 'This purchase cannot be refunded' },
  'refund.exceeds_captured': { status: 409, title: 'More than was paid, or is left, cannot go back' },
  'refund.self_approval': { status: 403, title: 'A refund is approved by somebody else' },
  'refund.preview_changed': { status: 409, title: 'The preview has changed since it was approved' },
  'dispute.submitted': { status: 409, title: 'The evidence has been submitted; that happens once' },
  'dispute.deadline_passed': { status: 409, title: 'The deadline of this dispute has passed' },
  'case.claimed': { status: 409, title: 'Somebody else has this case' },
  'case.second_person': { status: 403, title: 'Another person has to decide this' },
  'case.changed': { status: 409, title: 'The case has changed since it was looked at' },
  'appeal.not_possible': { status: 409, title: 'There is no decision that this could appeal' },
  'notice.signature': { status: 401, title: 'The notice is not signed as its provider signs' },
  'notice.not_configured': { status: 503, title: 'Notices of this provider are not set up here' },
  'policy.conflict': { status: 409, title: 'Somebody released another version of this policy meanwhile' },
  'promotion.self_approval': { status: 403, title: 'A promotion is approved by somebody else' },
  'promotion.not_draft': { status: 409, title: 'Only a draft can be changed' },
  'price.warned': { status: 409, title: 'The price is unusual; say that it is meant' },
  'ruleset.not_draft': { status: 409, title: 'Only a draft can be changed; make a new one based on it' },
  'ruleset.edit_conflict': { status: 409, title: 'Somebody changed this meanwhile' },
  'ruleset.unsound': { status: 422, title: 'These rules cannot be validated' },
  'ruleset.self_approval': { status: 403, title: 'A ruleset version is approved by somebody else' },
  'ruleset.shadow_taken': { status: 409, title: 'Another version is in shadow' },
  'ruleset.live_changed': { status: 409, title: 'Another version has become live meanwhile' },
  'provider.refused': { status: 409, title: 'The payment provider refused' },
  'provider.unavailable': { status: 503, title: 'The payment provider cannot be reached' },
  'service.unavailable': { status: 503, title: 'The service cannot decide right now; try again' },
  'service.overloaded': { status: 503, title: 'Too much work is waiting; try again shortly' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 problem details with a stable code and a JSON pointer per bad field. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
