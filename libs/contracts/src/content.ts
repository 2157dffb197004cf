import { CONTENT_KINDS, CONTENT_VERDICTS } from '@coinwarden/domain';
import { z } from 'zod';
import { id } from './primitives.js';
import { problem } from './problems.js';
import { reason } from './transactions.js';

/** UTF-16 units. Far more than is ever read of a text; what is longer is refused. */
export const MAX_CONTENT_CHARS = 500_000;

/**
 * What users write is taken as it comes: characters that cannot be stored (NUL, halves of a surrogate pair, as a cut
 * text ends in) become U+FFFD, one for one, so that a scam cannot be written in a way that is refused instead of read.
 */
export const writtenText = z
  .string()
  .max(MAX_CONTENT_CHARS)
  .transform((text) => text.replaceAll('\u0000', '\ufffd').toWellFormed());

export const contentScanRequest = z
  .strictObject({
    kind: z.enum(CONTENT_KINDS),
    /** The account that wrote it. */
    accountId: id,
    text: writtenText,
    /** The platform's id of the comment, message, name or bio, or of what it was written under. */
    contentId: id.optional(),
    /** Whom a message was sent to. */
    recipientId: id.optional(),
  })
  .meta({ id: 'ContentScanRequest' });
export type ContentScanRequest = z.infer<typeof contentScanRequest>;

export const MAX_SCAN_BATCH_ITEMS = 1_000;

/** Items are parsed one by one in the handler, so that a bad item fails alone. */
export const contentScanBatchRequest = z.strictObject({
  items: z.array(z.unknown()).min(1).max(MAX_SCAN_BATCH_ITEMS),
});
export type ContentScanBatchRequest = z.infer<typeof contentScanBatchRequest>;

/** A piece of the text in UTF-16 units, `end` exclusive, and the code of the reason it is evidence for. */
export const contentSpan = z.object({ start: z.int(), end: z.int(), code: z.string() });

/** A domain that the text links to, and how it stands. */
export const contentLink = z
  .object({
    domain: z.string(),
    host: z.string(),
    standing: z.enum(['official', 'allowed', 'blocked', 'watched', 'lookalike', 'unlisted']),
    imitates: z.string().nullable(),
    disguised: z.boolean(),
    /** 0 to 1000: how much the name resembles those of known scam domains. */
    formScore: z.int(),
  })
  .meta({ id: 'ContentLink' });

export const contentReview = z.enum(['confirmed', 'cleared']);

export const contentScanAnswer = z
  .object({
    scanId: z.string(),
    /** A person's verdict, where one was given on this text of this account lately. */
    verdict: z.enum(CONTENT_VERDICTS),
    /** 0 to 1000, what the scan itself makes of the text. */
    score: z.int(),
    reasons: z.array(reason),
    /** The registrable domains it links to, in ASCII; `links` says more about each. */
    domains: z.array(z.string()),
    links: z.array(contentLink),
    spans: z.array(contentSpan),
    review: contentReview.nullable(),
    /** How often the account has written this within the hour. */
    times: z.int(),
  })
  .meta({ id: 'ContentScanAnswer' });
export type ContentScanAnswer = z.infer<typeof contentScanAnswer>;

/** One answer or problem per item, in their order. */
export const contentScanBatchAnswer = z
  .object({ results: z.array(z.union([contentScanAnswer, problem])) })
  .meta({ id: 'ContentScanBatchAnswer' });
