/**
 * Text fields of Stripe's dispute evidence that a purchase of coins can fill (node_modules/stripe, DisputeUpdateParams.Evidence).
 * The form takes 20,000 characters in a long field and 150,000 in all; one character too many and it refuses everything.
 */
export const EVIDENCE_FIELD_NAMES = [
  'product_description',
  'customer_name',
  'customer_email_address',
  'customer_purchase_ip',
  'service_date',
  'access_activity_log',
  'duplicate_charge_id',
  'duplicate_charge_explanation',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'uncategorized_text',
] as const;
export type EvidenceFieldName = (typeof EVIDENCE_FIELD_NAMES)[number];
export type EvidenceFields = Partial<Record<EvidenceFieldName, string>>;

export const EVIDENCE_TOTAL_CHARS = 150_000;
const LONG_FIELD_CHARS = 20_000;
const SHORT_FIELD_CHARS = 500;
const SHORT_FIELDS: ReadonlySet<EvidenceFieldName> = new Set([
  'customer_name',
  'customer_email_address',
  'customer_purchase_ip',
  'service_date',
  'duplicate_charge_id',
]);
/** Two pages: what is sent is compiled into one document, and card schemes count its pages. */
export const EVIDENCE_STATEMENT_CHARS = 6_000;
const LOG_CHARS = 6_000;

export function evidenceFieldLimit(name: EvidenceFieldName): number {
  if (name === 'access_activity_log') return LOG_CHARS;
  return SHORT_FIELDS.has(name) ? SHORT_FIELD_CHARS : LONG_FIELD_CHARS;
}

/** Mastercard takes 19 pages, text fields and file together; a form that prints more is refused whole. */
export const EVIDENCE_MAX_PAGES = 19;
export const EVIDENCE_MAX_BYTES = 4_500_000;
const CHARS_PER_PAGE = 3_000;

/** Pages that the text fields will fill once the provider has printed them. */
export const fieldPages = (fields: EvidenceFields): number =>
  Math.ceil(evidenceChars(fields) / CHARS_PER_PAGE);

export const MORE_IN_DOCUMENT = '(continued in the attached document)';

/** Cuts at the end of a line, says that it did, and never splits a character. Lengths are UTF-16 units, the strictest count. */
export function fitText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const room = maxChars - MORE_IN_DOCUMENT.length - 1;
  if (room <= 0) return cutAt(text, maxChars);
  const head = cutAt(text, room);
  const lastLine = head.lastIndexOf('\n');
  return `${lastLine > room / 2 ? head.slice(0, lastLine) : head}\n${MORE_IN_DOCUMENT}`;
}

const cutAt = (text: string, chars: number): string => {
  const code = text.charCodeAt(chars - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? chars - 1 : chars);
};

const UNPRINTABLE = /(?![\n\t])\p{Cc}|\p{Bidi_Control}|\p{Noncharacter_Code_Point}|[\u200b\ufeff]/gu;

/** Text that somebody else typed, as a form may carry it: well-formed, without control or direction characters. */
export const plainText = (text: string): string =>
  text.replaceAll('\r\n', '\n').toWellFormed().replace(UNPRINTABLE, '');

/** Every field within its limit and all of them within the form's; what does not fit says so. Empty fields are left out. */
export function fitFields(fields: EvidenceFields): EvidenceFields {
  let room = EVIDENCE_TOTAL_CHARS;
  const fitted: EvidenceFields = {};
  for (const name of EVIDENCE_FIELD_NAMES) {
    const text = plainText(fields[name] ?? '').trim();
    if (text === '' || room === 0) continue;
    const value = fitText(text, Math.min(evidenceFieldLimit(name), room));
    fitted[name] = value;
    room -= value.length;
  }
  return fitted;
}

export const evidenceChars = (fields: EvidenceFields): number =>
  Object.values(fields).reduce((sum, value) => sum + value.length, 0);
