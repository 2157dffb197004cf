import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from '@coinwarden/domain';
import type { Label, SimulatedItem, Simulation } from '@coinwarden/simulator';
import type { LiveMoneyBack } from './live-money-back.js';
import type { ServiceClient } from './service-client.js';

/** More than this unanswered and the traffic waits: it plays people, not a flood. */
const MAX_UNANSWERED = 512;
const TICK_MS = 10;

export interface SecondOfTraffic {
  readonly sent: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly failures: Readonly<Record<string, number>>;
  readonly latenciesMs: readonly number[];
  readonly unanswered: number;
}

export interface LiveTrafficOptions {
  readonly client: ServiceClient;
  readonly simulation: Simulation;
  readonly ratePerSecond: number;
  readonly durationSeconds: number | null;
  readonly signal: AbortSignal;
  readonly onSecond: (second: SecondOfTraffic) => void;
  readonly onLabels: (labels: readonly Label[]) => Promise<void>;
  /** What becomes of the money of these purchases; left out, nobody wants it back. */
  readonly moneyBack?: LiveMoneyBack;
}

/**
 * Sends the simulated items as they come, so many transactions a second, evenly. Accounts and events travel with the
 * transactions around them; nobody's transaction leaves before their account is known. Resolves when everything sent
 * is answered.
 */
export async function playLive(options: LiveTrafficOptions): Promise<void> {
  const { simulation, ratePerSecond, signal } = options;
  const traffic = new Traffic(options);
  const startedAt = performance.now();
  let shownAt = startedAt;
  let sent = 0;
  for (;;) {
    const now = performance.now();
    if (now - shownAt >= 1_000) {
      shownAt += 1_000;
      options.onSecond(traffic.takeSecond());
      await options.onLabels(simulation.takeLabels());
    }
    const over = options.durationSeconds !== null && now - startedAt >= options.durationSeconds * 1_000;
    if (signal.aborted || over) break;
    const due = Math.floor(((now - startedAt) / 1_000) * ratePerSecond);
    if (sent >= due || traffic.unanswered >= MAX_UNANSWERED) {
      await sleep(TICK_MS);
      continue;
    }
    const next = simulation.items.next();
    if (next.done) break;
    traffic.send(next.value);
    if (next.value.kind === 'transaction') sent++;
  }
  await traffic.settled();
  options.onSecond(traffic.takeSecond());
  await options.onLabels(simulation.takeLabels());
}

class Traffic {
  private readonly opening = new Map<string, Promise<unknown>>();
  private readonly buying = new Map<string, Promise<unknown>>();
  private readonly pending = new Set<Promise<unknown>>();
  private second = newSecond();

  constructor(private readonly options: LiveTrafficOptions) {}

  get unanswered(): number {
    return this.pending.size;
  }

  send(item: SimulatedItem): void {
    const { client } = this.options;
    if (item.kind === 'account') {
      const { accountId, guardianAccountId } = item.account;
      const known = this.known(guardianAccountId).then(() => client.putAccount(item));
      this.opening.set(accountId, known);
      this.track(known.then((failure) => this.fail(failure)).finally(() => this.opening.delete(accountId)));
    } else if (item.kind === 'event') {
      const sent = this.known(item.event.accountId).then(() => client.postEvent(item));
      this.track(sent.then((failure) => this.fail(failure)));
    } else if (item.kind === 'text') {
      const sent = this.known(item.text.accountId).then(() => client.scanText(item));
      this.track(sent.then((failure) => this.fail(failure)));
    } else if (item.kind === 'money_back') {
      this.track(this.moneyBack(item));
    } else {
      this.second.sent++;
      const decided = this.decide(item);
      if (item.transaction.kind === 'purchase') {
        const { idempotencyKey } = item;
        this.buying.set(idempotencyKey, decided);
        this.track(decided.finally(() => this.buying.delete(idempotencyKey)));
      } else this.track(decided);
    }
  }

  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled(this.pending);
  }

  takeSecond(): SecondOfTraffic {
    const second = { ...this.second, unanswered: this.unanswered };
    this.second = newSecond();
    return second;
  }

  private async decide(item: Extract<SimulatedItem, { kind: 'transaction' }>): Promise<void> {
    const { transaction } = item;
    await this.known(transaction.accountId);
    if (transaction.kind === 'gift') await this.known(transaction.recipientId);
    const sentAt = performance.now();
    const reply = await this.options.client.decide(item);
    if ('failure' in reply) return this.fail(reply.failure);
    this.second.latenciesMs.push(performance.now() - sentAt);
    this.second.outcomes[reply.answer.outcome]++;
    if (transaction.kind === 'purchase')
      this.options.moneyBack?.remember(item.idempotencyKey, { transaction, answer: reply.answer });
  }

  /** Nobody wants back what they have not bought yet. */
  private async moneyBack(item: Extract<SimulatedItem, { kind: 'money_back' }>): Promise<void> {
    await this.buying.get(item.purchase.idempotencyKey)?.catch(() => undefined);
    this.fail((await this.options.moneyBack?.send(item)) ?? null);
  }

  private async known(accountId: string | undefined): Promise<void> {
    if (accountId !== undefined) await this.opening.get(accountId);
  }

  private fail(failure: string | null): void {
    if (failure !== null) this.second.failures[failure] = (this.second.failures[failure] ?? 0) + 1;
  }

  private track(work: Promise<unknown>): void {
    const tracked = work
      .catch((error: Error) => this.fail(error.message))
      .finally(() => this.pending.delete(tracked));
    this.pending.add(tracked);
  }
}

const newSecond = () => ({
  sent: 0,
  outcomes: { approve: 0, review: 0, decline: 0 } as Record<Outcome, number>,
  failures: {} as Record<string, number>,
  latenciesMs: [] as number[],
});
