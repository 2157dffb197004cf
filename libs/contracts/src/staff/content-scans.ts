import { CONTENT_ACTIONS, CONTENT_KINDS, CONTENT_VERDICTS } from '@coinwarden/domain';
import { z } from 'zod';
import { contentLink, contentReview, contentSpan, MAX_CONTENT_CHARS } from '../content.js';
import { amount, instant, shortText, storableText } from '../primitives.js';
import { reason } from '../transactions.js';

export const staffContentScan = z
  .object({
    id: z.string(),
    accountId: z.string(),
    kind: z.enum(CONTENT_KINDS),
    /** As it stands now. */
    verdict: z.enum(CONTENT_VERDICTS),
    /** What the scan said by itself. */
    scannedVerdict: z.enum(CONTENT_VERDICTS),
    score: z.int(),
    review: contentReview.nullable(),
    /** The beginning of the text. */
    excerpt: z.string(),
    reasonCodes: z.array(z.string()),
    domains: z.array(z.string()),
    times: z.int(),
    language: z.string().nullable(),
    source: z.enum(['platform', 'report']),
    scannedAt: instant,
    lastSeenAt: instant,
    allowedActions: z.array(z.enum(CONTENT_ACTIONS)),
  })
  .meta({ id: 'StaffContentScan' });
export type StaffContentScan = z.infer<typeof staffContentScan>;

const giver = z.object({
  accountId: z.string(),
  gifts: z.int(),
  coins: amount,
  /** Of these coins, those that wait for a person. */
  heldCoins: amount,
  /** Whether the text, or another suspect one of the same author, was sent to this account. */
  addressed: z.boolean(),
  firstAt: instant,
  lastAt: instant,
});

/** What moved to and from the author around the text. */
export const moneyAround = z
  .object({
    from: instant,
    to: instant,
    gifts: z.int(),
    coinsReceived: amount,
    heldCoins: amount,
    givers: z.array(giver),
    diamondsWithdrawn: amount,
    withdrawnUsdMinor: amount,
    diamondsConverted: amount,
  })
  .meta({ id: 'MoneyAround' });
export type MoneyAround = z.infer<typeof moneyAround>;

/** Another account that wrote the same text or linked to the same domain. */
export const sharingAccount = z.object({
  accountId: z.string(),
  /** The domain; null when it is the text itself. */
  domain: z.string().nullable(),
  scans: z.int(),
  lastAt: instant,
  scanId: z.string(),
});
export type SharingAccount = z.infer<typeof sharingAccount>;

export const contentScanDetail = staffContentScan
  .extend({
    text: z.string(),
    displayName: z.string().nullable(),
    reasons: z.array(reason),
    spans: z.array(contentSpan),
    links: z.array(contentLink),
    scannedChars: z.int(),
    contentIds: z.array(z.string()),
    recipientIds: z.array(z.string()),
    reviews: z.array(
      z.object({ action: z.enum(CONTENT_ACTIONS), reason: z.string(), by: z.string(), at: instant }),
    ),
    money: moneyAround,
    sharedBy: z.array(sharingAccount),
  })
  .meta({ id: 'StaffContentScanDetail' });
export type StaffContentScanDetail = z.infer<typeof contentScanDetail>;

export const contentScanAction = z
  .strictObject({ reason: shortText.trim().min(1) })
  .meta({ id: 'ContentScanActionRequest' });
export type ContentScanActionRequest = z.infer<typeof contentScanAction>;

/** A text that nobody wrote, to see what a scan would say. Nothing is stored. */
export const contentTrial = z
  .strictObject({
    kind: z.enum(CONTENT_KINDS),
    text: storableText(MAX_CONTENT_CHARS),
    displayName: shortText.optional(),
  })
  .meta({ id: 'ContentTrial' });
export type ContentTrial = z.infer<typeof contentTrial>;

export const contentTrialAnswer = z
  .object({
    verdict: z.enum(CONTENT_VERDICTS),
    score: z.int(),
    reasons: z.array(reason),
    spans: z.array(contentSpan),
    links: z.array(contentLink),
    language: z.string().nullable(),
    scannedChars: z.int(),
  })
  .meta({ id: 'ContentTrialAnswer' });
export type ContentTrialAnswer = z.infer<typeof contentTrialAnswer>;
