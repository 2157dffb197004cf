import type { Reason } from '../decisions/transaction.js';

/**
 * What a content scan reads and answers. A scan never throws and costs time in proportion to the text up to
 * `MAX_SCANNED_CHARS`; what lies beyond is not read, and the answer says so.
 */

export const CONTENT_KINDS = ['comment', 'message', 'name', 'bio'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

export const CONTENT_VERDICTS = ['clean', 'suspect', 'scam'] as const;
export type ContentVerdictName = (typeof CONTENT_VERDICTS)[number];

/** From which score on a text is suspect or a scam. Scores run from 0 to 1000. */
export const SUSPECT_FROM = 500;
export const SCAM_FROM = 800;

/** Texts longer than this, in UTF-16 units, are read at their beginning and their end. */
export const MAX_SCANNED_CHARS = 32_768;

export interface ContentInput {
  readonly kind: ContentKind;
  readonly text: string;
  /** The name the author shows, where it differs from the text: a scam may begin in it. */
  readonly displayName?: string | undefined;
}

/** A piece of the original text, in UTF-16 units, `end` exclusive: `text.slice(start, end)` is the evidence. */
export interface ContentSpan {
  readonly start: number;
  readonly end: number;
  /** The code of the reason that it is evidence for. */
  readonly code: string;
}

/** Whether a domain is on a list, official, an imitation of an official one, or judged by its form alone. */
export type DomainStanding = 'official' | 'allowed' | 'blocked' | 'watched' | 'lookalike' | 'unlisted';

export interface ScannedDomain {
  /** The registrable domain in its ASCII form. */
  readonly domain: string;
  /** The first host it was seen as, in its ASCII form. */
  readonly host: string;
  readonly standing: DomainStanding;
  /** The official domain it imitates. */
  readonly imitates: string | null;
  /** Written so that filters miss it: "example[.]com", "hxxp", letters of another script. */
  readonly disguised: boolean;
  /** How much its form resembles that of known scam domains, 0 to 1000. */
  readonly formScore: number;
}

export interface ContentVerdict {
  readonly verdict: ContentVerdictName;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly spans: readonly ContentSpan[];
  readonly domains: readonly ScannedDomain[];
  /** UTF-16 units read, and in the whole text. */
  readonly scannedChars: number;
  readonly totalChars: number;
}
