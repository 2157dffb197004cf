import { DAY } from '../kernel/time.js';
import { ALERT_SCORE } from '../links/ring.js';

/**
 * Why an account is among those that people keep an eye on. An account may have several flags at once and loses each by
 * itself: the measure is lifted, the case decided, its links fade, its texts grow old or are cleared.
 */
export const ACCOUNT_FLAGS = ['enforced', 'case', 'links', 'content'] as const;
export type AccountFlag = (typeof ACCOUNT_FLAGS)[number];

/** From here on links say enough by themselves: as for rings. */
export const FLAGGED_LINK_SCORE = ALERT_SCORE;
/** So long a scam text counts. */
export const FLAGGED_CONTENT_MS = 30 * DAY;
