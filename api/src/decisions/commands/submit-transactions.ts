import { batchItem, type DecisionAnswer, type Problem, type TransactionRequest } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { problemDocument } from '../../platform/http/problem.js';
import { type FieldError, ProblemError } from '../../platform/http/problem-error.js';
import { fieldErrors } from '../../platform/http/validation.pipe.js';
import { Decider, type DecisionItem, type DecisionResult } from '../decider.js';

/** A platform's clock may run ahead of ours by this much. */
const MAX_AHEAD_MS = 5 * 60_000;

/** Takes transactions from the wire to the decision path and its refusals back. */
@Injectable()
export class SubmitTransactions {
  constructor(
    private readonly decider: Decider,
    private readonly clock: Clock,
  ) {}

  async one(idempotencyKey: string, transaction: TransactionRequest): Promise<DecisionAnswer> {
    const late = this.futureErrors(transaction);
    if (late.length > 0) throw new ProblemError('request.invalid', undefined, late);
    const [result] = await this.decider.decide([{ idempotencyKey, transaction }]);
    if (result && 'problem' in result) throw asProblem(result);
    return result!;
  }

  /** Answers or problems in the order of the items; the good ones are decided together. */
  async many(
    items: readonly unknown[],
    request: { url: string; id: string },
  ): Promise<(DecisionAnswer | Problem)[]> {
    const answers = new Array<DecisionAnswer | Problem>(items.length);
    const accepted: DecisionItem[] = [];
    const places: number[] = [];
    items.forEach((item, i) => {
      const parsed = batchItem.safeParse(item);
      const errors = parsed.success
        ? this.futureErrors(parsed.data, `/items/${i}`)
        : fieldErrors(parsed.error.issues, `/items/${i}`);
      if (!parsed.success || errors.length > 0) {
        answers[i] = problemDocument(new ProblemError('request.invalid', undefined, errors), request);
        return;
      }
      const { idempotencyKey, ...transaction } = parsed.data;
      accepted.push({ idempotencyKey, transaction });
      places.push(i);
    });
    const results = await this.decider.decide(accepted);
    results.forEach((result, i) => {
      answers[places[i]!] = 'problem' in result ? problemDocument(asProblem(result), request) : result;
    });
    return answers;
  }

  private futureErrors({ occurredAt }: TransactionRequest, root = ''): FieldError[] {
    if (occurredAt === undefined || Date.parse(occurredAt) <= this.clock.now() + MAX_AHEAD_MS) return [];
    return [{ pointer: `${root}/occurredAt`, detail: 'must not lie in the future' }];
  }
}

const asProblem = ({ problem, detail }: Extract<DecisionResult, { problem: unknown }>): ProblemError =>
  new ProblemError(problem, detail, [], problem.startsWith('service.') ? { 'Retry-After': '1' } : {});
