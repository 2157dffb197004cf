import { checkListValue, LIST_NAMES, LIST_VALUE_TYPES, type ListValueType } from '@coinwarden/domain';
import { z } from 'zod';
import { country, instant, shortText, storableText } from '../primitives.js';
import { LIST_VALUE_PROBLEM_TEXT } from './list-value-problems.js';

export const LIST_ENTRY_STATES = ['in_force', 'expired'] as const;
const list = z.enum(LIST_NAMES);
const type = z.enum(LIST_VALUE_TYPES);
const reason = shortText.trim().min(1);
const expiresAt = instant.nullable();

/** An entry of the allow, block or watch list. */
export const staffListEntry = z
  .object({
    id: z.string(),
    list,
    type,
    /** In the form in which it is compared. */
    value: z.string(),
    /** As it was entered. */
    written: z.string(),
    reason: z.string(),
    state: z.enum(LIST_ENTRY_STATES),
    expiresAt,
    createdAt: instant,
    createdBy: z.string(),
    /** Other entries in force for the same value, and which of all lists decides: block, then watch, then allow. */
    conflicts: z.array(z.object({ id: z.string(), list })),
    decides: list,
    /** Decisions and scans that it matched. */
    hits: z.object({ days7: z.int(), days30: z.int(), lastAt: instant.nullable() }),
    allowedActions: z.array(z.enum(['edit', 'remove'])),
  })
  .meta({ id: 'StaffListEntry' });
export type StaffListEntry = z.infer<typeof staffListEntry>;

/** One decision or scan that an entry matched; the latest ones are kept. */
export const staffListHit = z
  .object({
    id: z.string(),
    entryId: z.string(),
    kind: z.enum(['transaction', 'scan']),
    sourceId: z.string(),
    accountId: z.string(),
    outcome: z.string(),
    at: instant,
  })
  .meta({ id: 'StaffListHit' });
export type StaffListHit = z.infer<typeof staffListHit>;

/** The value as it goes on a list, or what is wrong with it in a sentence. */
export function readListValue(of: ListValueType, raw: string): { value: string } | { detail: string } {
  const checked = checkListValue(of, raw);
  if ('problem' in checked) return { detail: LIST_VALUE_PROBLEM_TEXT[checked.problem] };
  if (of !== 'card_country' || country.safeParse(checked.value).success) return checked;
  return { detail: LIST_VALUE_PROBLEM_TEXT.not_a_country };
}

export const listEntryCreate = z
  .strictObject({
    list,
    type,
    value: z.string().min(1).max(2_000),
    reason,
    expiresAt: expiresAt.optional(),
  })
  .superRefine((entry, ctx) => {
    const read = readListValue(entry.type, entry.value);
    if ('detail' in read) ctx.addIssue({ code: 'custom', path: ['value'], message: read.detail });
  })
  .meta({ id: 'ListEntryCreate' });
export type ListEntryCreate = z.infer<typeof listEntryCreate>;

/** What is left out stays; `expiresAt: null` lets the entry count until it is removed. */
export const listEntryEdit = z
  .strictObject({ reason: reason.optional(), expiresAt: expiresAt.optional() })
  .refine((edit) => edit.reason !== undefined || edit.expiresAt !== undefined, {
    message: 'must change the reason, the expiry or both',
  })
  .meta({ id: 'ListEntryEdit' });
export type ListEntryEdit = z.infer<typeof listEntryEdit>;

export const listEntryRemove = z.strictObject({ reason });

export const MAX_LIST_UPLOAD_ROWS = 100_000;
export const MAX_LIST_UPLOAD_CHARS = 12_000_000;
export const LIST_UPLOAD_COLUMNS = ['value', 'list', 'type', 'reason', 'expiresAt'] as const;

/**
 * Many entries at once: one value a line, or CSV whose first line names its columns (`value`, and any of `list`, `type`,
 * `reason`, `expiresAt`). What a row does not say, the request does.
 */
export const listUploadRequest = z
  .strictObject({
    list,
    type,
    reason,
    expiresAt: expiresAt.optional(),
    text: storableText(MAX_LIST_UPLOAD_CHARS).min(1),
    /** Whether one wrong row refuses the upload or is left out. */
    wrongRows: z.enum(['refuse', 'skip']),
    /** Only tells what would happen. */
    dryRun: z.boolean(),
  })
  .meta({ id: 'ListUploadRequest' });
export type ListUploadRequest = z.infer<typeof listUploadRequest>;

export const listUploadAnswer = z
  .object({
    dryRun: z.boolean(),
    rows: z.int(),
    added: z.int(),
    /** On the list and in force already: left as they are. */
    present: z.int(),
    /** Said more than once in the upload; the first one counts. */
    repeated: z.int(),
    refused: z.int(),
    /** The first of them, by the line they begin on. */
    errors: z.array(z.object({ line: z.int(), value: z.string(), detail: z.string() })),
    /** Values that another list holds. */
    conflicts: z.int(),
    conflictExamples: z.array(z.object({ line: z.int(), value: z.string(), list, otherList: list })),
  })
  .meta({ id: 'ListUploadAnswer' });
export type ListUploadAnswer = z.infer<typeof listUploadAnswer>;
