import type { ContentVerdictName } from './content.js';

/**
 * What a person makes of a scanned text. Their word stands over the scan's and is a label: it may be taken back by the
 * opposite word, never by a scan, and the scan's own verdict stays beside it.
 */
export const CONTENT_ACTIONS = ['confirm', 'clear'] as const;
export type ContentAction = (typeof CONTENT_ACTIONS)[number];

export type ContentReview = 'confirmed' | 'cleared';

const REVIEW_OF: Record<
  ContentAction,
  { readonly review: ContentReview; readonly verdict: ContentVerdictName }
> = {
  confirm: { review: 'confirmed', verdict: 'scam' },
  clear: { review: 'cleared', verdict: 'clean' },
};

export const reviewBy = (action: ContentAction) => REVIEW_OF[action];

/** A word is open as long as it would say something new. */
export const openContentActions = (review: ContentReview | null): readonly ContentAction[] =>
  CONTENT_ACTIONS.filter((action) => REVIEW_OF[action].review !== review);
