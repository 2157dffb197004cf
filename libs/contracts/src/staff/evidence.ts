import {
  EVIDENCE_CATEGORIES,
  EVIDENCE_CONCERNS,
  EVIDENCE_FIELD_NAMES,
  EVIDENCE_STATEMENT_CHARS,
  EXHIBITS,
} from '@coinwarden/domain';
import { z } from 'zod';
import { instant, longText, shortText } from '../primitives.js';

/** What buyers were told before they paid, from a day on. */
export const evidenceTerms = z
  .strictObject({
    title: shortText.trim().min(1),
    version: shortText.trim().min(1),
    shownSince: z.iso.date(),
    disclosure: shortText.trim().min(1),
    clauses: z.array(longText.trim().min(1)).max(50),
  })
  .meta({ id: 'EvidenceTerms' });

/** One part of the pack: what the ledger and the account's history say about one question. */
export const evidenceExhibit = z
  .object({
    key: z.enum(EXHIBITS),
    /** A, B, C … as the document counts them; null when it is not in it. */
    letter: z.string().nullable(),
    included: z.boolean(),
    /** In the pack unless somebody takes it out: it answers this reason. */
    recommended: z.boolean(),
    /** Nothing is known for this exhibit, so it cannot be included. */
    empty: z.boolean(),
    /** In one sentence, as the document says it. */
    summary: z.string(),
    rows: z.int().min(0),
  })
  .meta({ id: 'EvidenceExhibit' });
export type EvidenceExhibit = z.infer<typeof evidenceExhibit>;

/** A text field of the provider's evidence form. */
export const evidenceField = z
  .object({
    name: z.enum(EVIDENCE_FIELD_NAMES),
    value: z.string(),
    chars: z.int().min(0),
    maxChars: z.int().min(1),
  })
  .meta({ id: 'EvidenceField' });
export type EvidenceField = z.infer<typeof evidenceField>;

/** Everything that would be sent to the bank, as the one who asks may see it. */
export const evidencePack = z
  .object({
    disputeId: z.string(),
    category: z.enum(EVIDENCE_CATEGORIES),
    /** 0: as it was assembled. Every edit makes the next. */
    version: z.int().min(0),
    editedBy: z.string().nullable(),
    editedAt: instant.nullable(),
    statement: z.string(),
    /** What the facts suggest to say; the statement is this until somebody writes another. */
    suggestedStatement: z.string(),
    exhibits: z.array(evidenceExhibit),
    fields: z.array(evidenceField),
    /** What speaks against us, so that nobody is surprised by the bank. */
    concerns: z.array(z.enum(EVIDENCE_CONCERNS)),
    /** Earlier undisputed purchases that a card scheme accepts as proof that the holder knows the merchant. */
    compelling: z.object({
      qualifies: z.boolean(),
      purchaseIds: z.array(z.string()),
    }),
    size: z.object({
      chars: z.int().min(0),
      maxChars: z.int(),
      pages: z.int().min(1),
      maxPages: z.int(),
      bytes: z.int().min(1),
      maxBytes: z.int(),
    }),
    /** Of what would be sent, in clear: submitting names it. */
    hash: z.string(),
    /** Personal details are masked here for want of permission; what is sent is not. */
    masked: z.boolean(),
    /** Whether it may still be edited: only while the dispute waits for an answer and none is on its way. */
    editable: z.boolean(),
    /** When the provider took it. From then on fields, document and hash are those that were sent. */
    sentAt: instant.nullable(),
  })
  .meta({ id: 'EvidencePack' });
export type EvidencePack = z.infer<typeof evidencePack>;

const statement = z
  .string()
  .trim()
  .min(1)
  .max(EVIDENCE_STATEMENT_CHARS)
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), {
    message: 'must be well-formed Unicode text without NUL',
  });

export const editEvidence = z
  .strictObject({
    /** The version this follows; 409 `record.conflict` when somebody else was faster. */
    version: z.int().min(0),
    /** Null: what the facts suggest. */
    statement: statement.nullable(),
    /** Exhibits to take in or leave out; those not named stay as the category has them. */
    exhibits: z.partialRecord(z.enum(EXHIBITS), z.boolean()),
  })
  .meta({ id: 'EditEvidence' });
export type EditEvidence = z.infer<typeof editEvidence>;
