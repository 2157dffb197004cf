import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Behaviour } from '../behaviour.js';
import { keepAnswer, lockKey, loseOnce, readAnswer } from '../books/answers.store.js';
import { takeBehaviour } from '../books/behaviours.store.js';
import { SandboxClock } from '../sandbox-clock.js';
import { StripeProblem } from '../stripe-problem.js';
import { idIn, matches, type Route } from './call.js';
import { DISPUTE_ROUTES } from './dispute-routes.js';
import { readCallBody } from './form-body.js';
import { OTHER_ROUTES } from './other-routes.js';
import { behaviourAsked, REFUND_ROUTES } from './refund-routes.js';

const ROUTES: readonly Route[] = [...REFUND_ROUTES, ...DISPUTE_ROUTES, ...OTHER_ROUTES];

export interface RawCall {
  readonly method: string;
  /** With its query, behind `/v1/`. */
  readonly target: string;
  readonly contentType: string | undefined;
  readonly idempotencyKey: string | null;
  readonly raw: Buffer;
}

export interface CallAnswer {
  readonly status: number;
  readonly body: string;
  readonly replayed: boolean;
  /** What the line does to the answer. */
  readonly line: { readonly dies: boolean; readonly silentMs: number };
}

const CLEAR = { dies: false, silentMs: 0 };

/** Answers a call as Stripe would: once under a key, with whatever misbehaviour was ordered for it. */
@Injectable()
export class AnswerCall {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: SandboxClock,
  ) {}

  async run(call: RawCall): Promise<CallAnswer> {
    try {
      const url = new URL(call.target, 'http://sandbox/v1/');
      const path = url.pathname.slice('/v1/'.length).split('/').map(decodeURIComponent);
      const route = ROUTES.find((one) => matches(one, call.method, path));
      if (!route)
        throw new StripeProblem(
          404,
          'url_invalid',
          `Unrecognized request URL (${call.method}: ${url.pathname}).`,
        );
      return await this.answer(call, { route, path, query: url.searchParams });
    } catch (error) {
      if (error instanceof StripeProblem) return plain(error.status, JSON.stringify(error.body));
      throw error;
    }
  }

  private async answer(
    call: RawCall,
    { route, path, query }: { route: Route; path: string[]; query: URLSearchParams },
  ): Promise<CallAnswer> {
    const { idempotencyKey: key, raw } = call;
    const body = await readCallBody(raw, call.contentType);
    const reference = route.about?.(body) ?? null;
    const answered = key === null ? null : await readAnswer(this.uow, key);
    const known = answered && (await this.uow.run((tx) => this.replay(tx, answered.key, call)));
    if (known) return known;
    const ordered = await this.uow.run((tx) => takeBehaviour(tx, { operation: route.operation, reference }));
    const behaviour = ordered ?? (route.operation === 'refund' ? behaviourAsked(body) : null);
    await before(behaviour);
    return this.uow.run(async (tx) => {
      // Under the key's lock once more: another call with it may have been faster.
      const done = key === null ? null : await this.replay(tx, key, call);
      if (done) return done;
      const at = this.clock.now();
      const doing = { tx, at, idempotencyKey: key, path, query, body, behaviour };
      const answered = await this.savedRun(tx, () => route.run(doing, idIn(route, path)));
      const losses = behaviour?.kind === 'dies_after' ? behaviour.times : 0;
      if (key !== null)
        await keepAnswer(
          tx,
          { key, requestSha256: digestOf(call), ...answered, lossesLeft: Math.max(0, losses - 1) },
          at,
        );
      const silentMs = behaviour?.kind === 'silent_after' ? behaviour.ms : 0;
      return { ...answered, replayed: false, line: { dies: losses > 0, silentMs } };
    });
  }

  /** A refusal is an answer too, kept under the key; what it had written before it refused is not. */
  private async savedRun(tx: Tx, work: () => Promise<object>): Promise<{ status: number; body: string }> {
    try {
      return { status: 200, body: JSON.stringify(await tx.attempt(work)) };
    } catch (error) {
      if (!(error instanceof StripeProblem)) throw error;
      return { status: error.status, body: JSON.stringify(error.body) };
    }
  }

  private async replay(tx: Tx, key: string, call: RawCall): Promise<CallAnswer | null> {
    if (!(await lockKey(tx, key))) throw inUse();
    const kept = await readAnswer(tx, key);
    if (kept === null) return null;
    if (!kept.requestSha256.equals(digestOf(call)))
      throw new StripeProblem(
        400,
        'idempotency_error',
        'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      );
    const dies = kept.lossesLeft > 0;
    if (dies) await loseOnce(tx, key);
    return { status: kept.status, body: kept.body, replayed: true, line: { ...CLEAR, dies } };
  }
}

/** The boundary of a multipart body is another every time, so of files only the length counts. */
const digestOf = ({ method, target, contentType, raw }: RawCall): Buffer =>
  createHash('sha256')
    .update(`${method} ${target}\n`)
    .update(contentType?.startsWith('multipart/') ? String(raw.length) : raw)
    .digest();

const plain = (status: number, body: string): CallAnswer => ({ status, body, replayed: false, line: CLEAR });

const inUse = () =>
  new StripeProblem(
    409,
    'idempotency_key_in_use',
    'There is currently another in-progress request using this Idempotent Key.',
  );

export class LineDied extends Error {}

async function before(behaviour: Behaviour | null): Promise<void> {
  switch (behaviour?.kind) {
    case 'slow':
      return new Promise((resolve) => setTimeout(resolve, behaviour.ms).unref());
    case 'refuse':
      throw new StripeProblem(400, behaviour.code, behaviour.message);
    case 'unavailable':
      throw new StripeProblem(500, 'api_error', 'The sandbox was told to be unavailable.');
    case 'dies_before':
      throw new LineDied();
    default:
      return;
  }
}
