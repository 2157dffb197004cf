/**
 * Why a notice waits, failed or was given up, and why a store was not answered: a code that stays, the values it saw and
 * one English sentence. The sentence is for logs and integrators; the console says the code in its reader's language. Every
 * `%{name}` of a sentence is a value of its reason.
 */
const SENTENCES = {
  purchase_unknown: 'No purchase has this payment yet.',
  under_way: 'What it is about is still under way here.',
  purchase_over: 'The payment was taken although the purchase is %{status}: its money has to go back.',
  not_paid: 'The purchase was decided as paid; its provider says it is not.',
  wrong_amount:
    '%{takenMinor} minor units of %{takenCurrency} were taken for a purchase of %{priceMinor} of %{priceCurrency}.',
  no_result: 'Working on it has ended without a result several times.',
  // What was thrown may name anything; it goes to the log only.
  internal: 'It failed for a reason that is ours; the log tells it under the id of this notice.',
  refused: '%{detail}',

  malformed: 'It cannot be read: %{detail}',
  no_payment: 'It cannot be read: it names no payment.',
  no_transaction: 'It cannot be read: there is no transaction in it.',
  no_price: 'It cannot be read: a prorated refund without price, currency or percentage.',
  not_json: 'It cannot be read: what is signed is not JSON.',
  unknown_status: 'It cannot be read: its status %{status} is not known.',
  part_of_order:
    'It cannot be read: a refund of some of several items, whose amount only the Play Console tells.',
  send_as_dispute: 'It cannot be read: send it as a dispute.updated notice to /v1/webhooks/standard.',

  known_too_late: 'The purchase was not known in time.',
  not_sent_in_time: 'Nothing could be sent in time.',
  never_approved: 'The purchase was never approved.',
  apple_consent: 'Apple takes these facts with the customer’s consent only.',
  apple_not_set_up: 'The App Store Server API is not set up here.',
  apple_unreachable: 'The App Store cannot be reached.',
  apple_answered: 'The App Store answered %{answer}.',
  google_not_set_up: 'The Google Play Developer API is not set up here.',
  google_unreachable: 'Google Play cannot be reached.',
  google_answered: 'Google Play answered %{answer}.',
} as const;

export type NoticeReasonCode = keyof typeof SENTENCES;
export const NOTICE_REASON_CODES = Object.keys(SENTENCES) as readonly NoticeReasonCode[];

export type NoticeReasonValues = Readonly<Record<string, string | number>>;

export interface NoticeReason {
  readonly code: NoticeReasonCode;
  readonly message: string;
  readonly values: NoticeReasonValues;
}

/** Values may be whatever was in a notice, also what no text column takes. */
const MAX_VALUE_LENGTH = 450;
const storable = (value: string | number): string | number =>
  typeof value === 'string'
    ? value.slice(0, MAX_VALUE_LENGTH).replaceAll('\u0000', ' ').toWellFormed()
    : value;

export function noticeReason(code: NoticeReasonCode, given: NoticeReasonValues = {}): NoticeReason {
  const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, storable(value)]));
  const message = SENTENCES[code].replaceAll(/%\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  return { code, message, values };
}

/** Why a notice that was understood changes nothing; where none of these, its fact names what the provider calls it. */
export const NOTICE_IRRELEVANCES = [
  'authorised_only',
  'capture_refused',
  'attempt_failed',
  'request_refused',
  'refund_told_apart',
  'subscription',
  'nothing_in_it',
] as const;
export type NoticeIrrelevance = (typeof NOTICE_IRRELEVANCES)[number];
