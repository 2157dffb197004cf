import {
  type BacktestBaseline,
  type BacktestSlice,
  BacktestTally,
  type CompiledKnob,
  classify,
  idFloor,
  isInSample,
  judgeTrial,
  type Label,
  type PastDecision,
  recordTransaction,
  ruleContext,
  ruleInputOf,
  silenceOf,
  type Transaction,
  type Trial,
  velocityFactsOf,
  warmUpFrom,
} from '@coinwarden/domain';
import {
  pastDecisionOf,
  type RememberedRow,
  rememberedDecisionOf,
} from '../../decisions/decisions.history.public.js';
import {
  type HistoryRange,
  type HistoryRow,
  readHistory,
  readRemembered,
} from '../persistence/history.store.js';
import { readLabels } from '../persistence/labels.store.js';
import type { ReplayConnections } from './connection.js';
import { PastAccounts } from './past-accounts.js';
import { PastLists } from './past-lists.js';
import { VelocityShelf } from './velocity-shelf.js';

const ROWS_PER_PAGE = 2_000;

export interface ReplayPlan {
  readonly slice: BacktestSlice;
  readonly baseline: BacktestBaseline;
  readonly maturityDays: number;
  /** When the labels are read. */
  readonly asOf: number;
  readonly trial: Trial;
  readonly knobs: readonly CompiledKnob[];
  /** Entities kept in memory before some are put aside. */
  readonly generationSize?: number | undefined;
}

export interface ReplayProgress {
  readonly phase: 'warming_up' | 'judging';
  /** Transactions read. */
  readonly done: number;
}

/** Told after every page; answers whether to go on. */
export type OnProgress = (progress: ReplayProgress) => Promise<boolean>;

/** Some transactions in the order of time, and what was said about those that are judged. */
interface Page {
  readonly rows: readonly HistoryRow[];
  readonly labels: ReadonlyMap<string, readonly Label[]>;
}

/** Replays a stretch of history through a trial; null when it was told to stop. */
export function replayHistory(
  db: ReplayConnections,
  plan: ReplayPlan,
  onProgress: OnProgress,
): Promise<BacktestTally | null> {
  return new Replay(db, plan, onProgress).run();
}

class Replay {
  private readonly tally: BacktestTally;
  private readonly velocity: VelocityShelf;
  private readonly accounts: PastAccounts;
  private readonly firstJudgedId: string;
  private done = 0;

  constructor(
    private readonly db: ReplayConnections,
    private readonly plan: ReplayPlan,
    private readonly onProgress: OnProgress,
  ) {
    this.tally = new BacktestTally(plan.trial, plan.baseline, plan.knobs);
    this.velocity = new VelocityShelf(db.facts, plan.generationSize);
    this.accounts = new PastAccounts(db.facts);
    this.firstJudgedId = idFloor(plan.slice.from);
  }

  async run(): Promise<BacktestTally | null> {
    const { plan, firstJudgedId } = this;
    const warmUp = { afterId: idFloor(warmUpFrom(plan.slice)), beforeId: firstJudgedId };
    for await (const { rows } of pagesOf(warmUp, (range) => this.readWarmUp(range))) {
      await this.remember(rows);
      if (!(await this.tell('warming_up', rows.length))) return null;
    }
    const judged = { afterId: firstJudgedId, beforeId: idFloor(plan.slice.to) };
    const lists = await PastLists.read(this.db.facts);
    for await (const page of pagesOf(judged, (range) => this.read(range))) {
      await this.replay(page, lists);
      if (!(await this.tell('judging', page.rows.length))) return null;
    }
    return this.tally;
  }

  private tell(phase: ReplayProgress['phase'], more: number): Promise<boolean> {
    this.done += more;
    return this.onProgress({ phase, done: this.done });
  }

  private async readWarmUp(range: HistoryRange): Promise<{ rows: readonly RememberedRow[] }> {
    return { rows: await readRemembered(this.db.history, range, ROWS_PER_PAGE) };
  }

  private async remember(rows: readonly RememberedRow[]): Promise<void> {
    await this.velocity.fetch(transactionsOf(rows));
    let now = 0;
    for (const row of rows) {
      const past = rememberedDecisionOf(row);
      now = past.transaction.occurredAt;
      recordTransaction(this.velocity.memory.statesOf(past.transaction), velocityFactsOf(past));
    }
    this.tally.sums.warmedUp += rows.length;
    await this.velocity.tidy(now);
  }

  private async read(range: HistoryRange): Promise<Page> {
    const rows = await readHistory(this.db.history, range, ROWS_PER_PAGE);
    return { rows, labels: await this.around(rows.filter((row) => this.mayJudge(row))) };
  }

  /** Decisions are put together one by one: a page of them would outlive the garbage of many. */
  private async replay({ rows, labels }: Page, lists: PastLists): Promise<void> {
    await this.velocity.fetch(transactionsOf(rows));
    let now = 0;
    for (const row of rows) {
      const past = pastDecisionOf(row);
      const velocity = this.velocity.memory.statesOf(past.transaction);
      now = past.transaction.occurredAt;
      if (this.mayJudge(row)) this.judge(past, { velocity, lists: lists.at(now), labels });
      recordTransaction(velocity, velocityFactsOf(past));
    }
    await this.velocity.tidy(now);
  }

  /** What has to be known of the transactions of a page before they are judged. */
  private async around(judged: readonly HistoryRow[]): Promise<ReadonlyMap<string, readonly Label[]>> {
    if (judged.length === 0) return new Map();
    const accountIds: string[] = [];
    for (const { account_id, request } of judged) {
      accountIds.push(account_id);
      if (request.kind === 'gift') accountIds.push(request.recipientId);
    }
    await this.accounts.fetch(accountIds);
    return readLabels(this.db.facts, {
      firstId: judged[0]!.transaction_id,
      lastId: judged.at(-1)!.transaction_id,
      reviewed: judged
        .filter(({ outcome }) => outcome === 'review')
        .map((row) => ({ accountId: row.account_id, transactionId: row.transaction_id })),
    });
  }

  private mayJudge({ account_id, request }: HistoryRow): boolean {
    const { kinds, samplePercent } = this.plan.slice;
    return (kinds === null || kinds.includes(request.kind)) && isInSample(account_id, samplePercent);
  }

  private judge(
    past: PastDecision,
    around: {
      velocity: ReturnType<VelocityShelf['memory']['statesOf']>;
      lists: ReturnType<PastLists['at']>;
      labels: ReadonlyMap<string, readonly Label[]>;
    },
  ): void {
    const { transaction: tx } = past;
    const { countries } = this.plan.slice;
    const country = this.accounts.countryOf(tx.accountId);
    if (country === null || (countries !== null && !countries.includes(country))) return;
    if (!past.askedRules) {
      this.tally.sums.refusedBefore += 1;
      return;
    }
    const now = tx.occurredAt;
    const context = ruleContext(
      ruleInputOf(past, {
        account: this.accounts.at(tx.accountId, now, 'acting')!,
        counterparty: tx.kind === 'gift' ? this.accounts.at(tx.recipientId, now, 'receiving') : null,
        velocity: around.velocity,
        lists: around.lists,
      }),
    );
    const labelled = { kind: tx.kind, outcome: past.outcome, status: past.status, decidedAt: now };
    const said = around.labels.get(past.transactionId) ?? [];
    this.tally.add({
      past,
      label: classify(labelled, said, this.plan),
      silence: silenceOf(labelled, this.plan),
      verdict: judgeTrial(this.plan.trial, context),
      context,
    });
  }
}

/** Page after page; the next is read, and what is known about it, while one is worked on. */
async function* pagesOf<P extends { readonly rows: readonly RememberedRow[] }>(
  { afterId, beforeId }: HistoryRange,
  read: (range: HistoryRange) => Promise<P>,
): AsyncGenerator<P> {
  let next = read({ afterId, beforeId });
  try {
    for (;;) {
      const page = await next;
      const last = page.rows.at(-1);
      if (last === undefined) return;
      next = read({ afterId: last.transaction_id, beforeId });
      // Whoever stops in between does not hear of it.
      next.catch(() => undefined);
      yield page;
    }
  } finally {
    await next.catch(() => undefined);
  }
}

function* transactionsOf(rows: readonly RememberedRow[]): Generator<Transaction> {
  for (const row of rows) yield rememberedDecisionOf(row).transaction;
}
