import { CASE_VERDICTS } from '@coinwarden/domain';
import { z } from 'zod';
import { instant } from '../primitives.js';

const agreement = z.object({
  pairs: z.int(),
  agreed: z.int(),
  /** Share of pairs that agree; null without pairs. */
  raw: z.number().nullable(),
  /** Cohen's kappa; null where it is not defined. */
  kappa: z.number().nullable(),
});

export const reviewerStatistics = z
  .object({
    staffId: z.string(),
    name: z.string(),
    handled: z.int(),
    /** From claiming to deciding; null when none was claimed. */
    medianHandleSeconds: z.int().nullable(),
    /** Decided after their due time. */
    late: z.int(),
    appealed: z.int(),
    overturned: z.int(),
    /** Overturned ÷ handled; null without any. */
    overturnRate: z.number().nullable(),
    /** Between this person and others, whoever was first. */
    agreement,
    verdicts: z.object({ confirmed: z.int(), cleared: z.int(), inconclusive: z.int() }),
  })
  .meta({ id: 'ReviewerStatistics' });
export type ReviewerStatistics = z.infer<typeof reviewerStatistics>;

/** `GET /staff/case-quality?from&to` (of decisions; 30 days up to now unless said). Needs `case.quality`. */
export const caseQuality = z
  .object({
    from: instant,
    to: instant,
    agreement,
    /** How often one found `first` and the other `second`. */
    matrix: z.array(
      z.object({ first: z.enum(CASE_VERDICTS), second: z.enum(CASE_VERDICTS), pairs: z.int() }),
    ),
    samplesWaiting: z.int(),
    handled: z.int(),
    medianHandleSeconds: z.int().nullable(),
    overturnRate: z.number().nullable(),
    reviewers: z.array(reviewerStatistics),
    /** The latest samples that two people judged differently. */
    disagreements: z.array(
      z.object({
        caseId: z.string(),
        sampleId: z.string(),
        first: z.object({ staffId: z.string(), name: z.string(), verdict: z.enum(CASE_VERDICTS) }),
        second: z.object({ staffId: z.string(), name: z.string(), verdict: z.enum(CASE_VERDICTS) }),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'CaseQuality' });
export type CaseQuality = z.infer<typeof caseQuality>;

export const caseQualityQuery = z.strictObject({ from: instant.optional(), to: instant.optional() });
