import type { Instant } from '../kernel/time.js';

/** What buyers were told before they paid, from a day on. Nothing is claimed of the time before the first of them. */
export interface EvidenceTerms {
  readonly title: string;
  readonly version: string;
  /** A day in UTC, `2026-01-31`. */
  readonly shownSince: string;
  /** How and where it was shown. */
  readonly disclosure: string;
  readonly clauses: readonly string[];
}

/** Those that were shown when the purchase was made. */
export function termsAt(terms: readonly EvidenceTerms[], at: Instant): EvidenceTerms | null {
  const day = new Date(at).toISOString().slice(0, 10);
  return terms.reduce<EvidenceTerms | null>(
    (best, one) =>
      one.shownSince <= day && (best === null || one.shownSince >= best.shownSince) ? one : best,
    null,
  );
}
