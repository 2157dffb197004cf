import type { CaseQuality, ReviewerStatistics } from '@coinwarden/contracts';
import { agreementOf, CASE_VERDICTS, DAY, type VerdictPair } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { invalid } from '../commands/case-context.js';
import {
  countWaitingSamples,
  type JudgedTwice,
  type ReviewerCounts,
  readJudgedTwice,
  readOverallCounts,
  readReviewerCounts,
} from '../persistence/quality.store.js';

const USUAL_SPAN = 30 * DAY;
const MAX_DISAGREEMENTS = 50;

/** How well the team decides: agreement, appeals that were right, and how long it takes. */
@Injectable()
export class CaseQualityReport {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async read(asked: { from?: string | undefined; to?: string | undefined }): Promise<CaseQuality> {
    const to = asked.to === undefined ? this.clock.now() : Date.parse(asked.to);
    const from = asked.from === undefined ? to - USUAL_SPAN : Date.parse(asked.from);
    if (from >= to) throw invalid('/query/to', 'must be after from');
    const [overall, counts, twice, samplesWaiting] = await Promise.all([
      readOverallCounts(this.db, { from, to }),
      readReviewerCounts(this.db, { from, to }),
      readJudgedTwice(this.db, { from, to }),
      countWaitingSamples(this.db),
    ]);
    const pairs = twice.map(pairOf);
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      agreement: agreementOf(pairs),
      matrix: CASE_VERDICTS.flatMap((first) =>
        CASE_VERDICTS.map((second) => ({
          first,
          second,
          pairs: pairs.filter((pair) => pair.first === first && pair.second === second).length,
        })),
      ),
      samplesWaiting,
      handled: overall.handled,
      medianHandleSeconds: overall.median_seconds,
      overturnRate: overturnRate(overall),
      reviewers: counts.map((row) => statisticsOf(row, twice)),
      disagreements: twice
        .filter(({ first, second }) => first.verdict !== second.verdict)
        .slice(0, MAX_DISAGREEMENTS)
        .map(({ at, ...pair }) => ({ ...pair, at: new Date(at).toISOString() })),
    };
  }
}

const pairOf = ({ first, second }: JudgedTwice): VerdictPair => ({
  first: first.verdict,
  second: second.verdict,
});

const overturnRate = ({ handled, overturned }: ReviewerCounts) =>
  handled === 0 ? null : overturned / handled;

/** Their own judgement against the other's, whoever came first. */
function statisticsOf(row: ReviewerCounts, twice: readonly JudgedTwice[]): ReviewerStatistics {
  const { staff_id: staffId, name, handled, late, appealed, overturned } = row;
  const own = twice.flatMap(({ first, second }) => {
    if (first.staffId === staffId) return [{ first: first.verdict, second: second.verdict }];
    return second.staffId === staffId ? [{ first: second.verdict, second: first.verdict }] : [];
  });
  return {
    staffId,
    name,
    handled,
    medianHandleSeconds: row.median_seconds,
    late,
    appealed,
    overturned,
    overturnRate: overturnRate(row),
    agreement: agreementOf(own),
    verdicts: { confirmed: row.confirmed, cleared: row.cleared, inconclusive: row.inconclusive },
  };
}
