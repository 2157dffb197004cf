import { ALERT_KINDS, CASE_VERDICTS, LIST_NAMES, LIST_VALUE_TYPES } from '@coinwarden/domain';
import { z } from 'zod';
import { instant, longText, shortText, storableText } from '../primitives.js';

/** What a decision does; several at once, all or nothing. */
export const measure = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.enum([
        'release_holds',
        'decline_holds',
        'restrict_account',
        'suspend_account',
        'release_account',
      ]),
    }),
    /** Of the purchases among its transactions that stand. `reason` is a code of `GET /staff/refund-reasons`. */
    z.strictObject({ type: z.literal('refund'), reason: storableText(100).min(1) }),
    /** Without `value`: the account itself, or what its transactions came from. */
    z.strictObject({
      type: z.literal('list_entry'),
      list: z.enum(LIST_NAMES),
      of: z.enum(LIST_VALUE_TYPES),
      value: storableText(300).min(1).optional(),
      days: z.int().min(1).max(3_650).optional(),
    }),
    /** The platform is asked to tell the user (`account.warned`). */
    z.strictObject({ type: z.literal('warn'), text: longText.trim().min(1) }),
  ])
  .meta({ id: 'CaseMeasure' });
export type CaseMeasureRequest = z.infer<typeof measure>;

const guidanceActor = z.object({ id: z.string(), name: z.string() });
const code = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,63}$/, { message: 'must be lower-case words joined by _ or -' });
const kinds = z.array(z.enum(ALERT_KINDS)).max(ALERT_KINDS.length);

const policyFields = {
  code,
  title: shortText.trim().min(1),
  guidance: longText.trim().min(1),
  /** Cases it is shown with; empty: all. */
  kinds,
  /** Decisions that may cite it. */
  verdicts: z.array(z.enum(CASE_VERDICTS)).min(1).max(CASE_VERDICTS.length),
};

/** `GET /staff/case-policies`: the current version of each; `id` is its code. */
export const staffCasePolicy = z
  .object({
    id: z.string(),
    ...policyFields,
    version: z.int(),
    retired: z.boolean(),
    createdAt: instant,
    createdBy: guidanceActor,
  })
  .meta({ id: 'StaffCasePolicy' });
export type StaffCasePolicy = z.infer<typeof staffCasePolicy>;

/** The version it was written on, 0 for a new one; 409 `record.conflict` when there is another by now. */
const basedOn = z.int().min(0).optional();

/** `POST /staff/case-policies` → 201 the next version; needs `case.lead`. `GET …/{id}/versions`: all, newest first. */
export const casePolicyRequest = z
  .strictObject({ ...policyFields, retired: z.boolean().default(false), basedOn })
  .meta({ id: 'CasePolicyRequest' });
export type CasePolicyRequest = z.infer<typeof casePolicyRequest>;

const macroFields = {
  name: shortText.trim().min(1),
  description: longText,
  kinds,
  verdict: z.enum(CASE_VERDICTS),
  /** The code of a policy. */
  policy: code,
  measures: z.array(measure).max(10),
};

/** `GET /staff/case-macros`: the current version of each, in the order they are offered in. `usable`: the one who asks may do all its measures. */
export const staffCaseMacro = z
  .object({
    id: z.string(),
    ...macroFields,
    version: z.int(),
    retired: z.boolean(),
    usable: z.boolean(),
    createdAt: instant,
    createdBy: guidanceActor,
  })
  .meta({ id: 'StaffCaseMacro' });
export type StaffCaseMacro = z.infer<typeof staffCaseMacro>;

/** `POST /staff/case-macros` → 201 the next version; needs `case.lead`. `GET …/{id}/versions`: all, newest first. */
export const caseMacroRequest = z
  .strictObject({ id: code, ...macroFields, retired: z.boolean().default(false), basedOn })
  .meta({ id: 'CaseMacroRequest' });
export type CaseMacroRequest = z.infer<typeof caseMacroRequest>;
