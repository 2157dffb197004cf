import { hashId } from '../risk/velocity-sightings.js';

/**
 * Blind samples keep decisions comparable: a share of them is put before another person as if nobody had decided. Which
 * ones follows from the decision itself, so a decision that is written twice is sampled once or never.
 */
export const isSampled = (decision: { caseId: string; decisionNo: number }, permille: number): boolean =>
  hashId(`${decision.caseId} ${decision.decisionNo}`) % 1_000 < permille;
