import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { openAccounts } from '../../accounts/accounts.public.js';
import { Decider, type DecisionResult } from '../../decisions/decisions.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { writeLabels } from '../../simulation/simulation.public.js';
import { ImportError } from '../import-error.js';
import { importIdOf } from '../import-id.js';
import type { MapFile } from '../mapping/map-file.js';
import { type MappedRow, type OpenedAccount, RowMapper } from '../mapping/row-mapper.js';
import {
  type Checkpoint,
  commitWithTheNext,
  offerImportedPackages,
  readCheckpoint,
  takeImportLock,
  writeCheckpoint,
} from '../persistence/import.store.js';
import { RejectedFile } from '../rejected-file.js';
import { count, emptyTally, type Tally } from '../report/tally.js';
import { ahead } from '../source/ahead.js';
import { rowsOf } from '../source/rows.js';
import { survey } from '../survey.js';

/** Small enough for one batch of the decision path, so that the order of the file is the order of deciding. */
const ROWS_PER_BATCH = 500;
const PACKAGES_PER_STATEMENT = 5_000;
/** Accounts remembered as opened; beyond it they are offered again, which costs a little and changes nothing. */
const MAX_KNOWN_ACCOUNTS = 200_000;
const ATTEMPTS = 5;

export interface ImportRequest {
  readonly file: string;
  readonly map: MapFile;
  readonly rejectedPath: string;
  /** Asked to stop, it finishes the batch at hand; the next run goes on behind it. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: {
    bytesDone: number;
    bytesTotal: number;
    tally: Tally;
    phase: string;
  }) => void;
}

export interface ImportResult {
  readonly importId: string;
  readonly tally: Tally;
  readonly state: 'finished' | 'interrupted' | 'finished_before';
  readonly resumedAfterLine: number;
  readonly rejectedPath: string | null;
  readonly outOfOrder: number;
}

interface Batch {
  lastLine: number;
  rows: { line: number; row: MappedRow }[];
  refused: { line: number; reason: string }[];
}

/**
 * Streams history through the decision path at the time it happened. A batch's decisions are durable before its
 * checkpoint is, and its keys follow from the import and the line, so a run killed anywhere goes on without repeating a
 * row: what was decided but not yet counted is answered again from store.
 */
@Injectable()
export class ImportFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly decider: Decider,
    private readonly clock: Clock,
  ) {}

  /** One import at a time: two would take each other's rows out of the order of time. */
  run(request: ImportRequest): Promise<ImportResult> {
    return this.uow.run(async (tx) => {
      if (!(await takeImportLock(tx)))
        throw new ImportError('Another import is running; wait until it is through.');
      return this.importAll(request);
    });
  }

  private async importAll(request: ImportRequest): Promise<ImportResult> {
    const { file, map, signal } = request;
    const bytesTotal = (await stat(file).catch(() => ({ size: 0 }))).size;
    const onSurvey = this.reading(request, bytesTotal, emptyTally(), 'reading');
    const overview = await survey(file, map, { onRead: onSurvey, signal });
    const importId = await importIdOf(file, map);
    const before = await readCheckpoint(this.uow, importId);
    const tally = before?.tally ?? emptyTally();
    const result = {
      importId,
      tally,
      outOfOrder: overview.outOfOrder,
      resumedAfterLine: before?.lastLine ?? 0,
    };
    if (before?.finished) return { ...result, state: 'finished_before', rejectedPath: null };
    if (signal?.aborted) return { ...result, state: 'interrupted', rejectedPath: null };

    for (let i = 0; i < overview.packages.length; i += PACKAGES_PER_STATEMENT) {
      const some = overview.packages.slice(i, i + PACKAGES_PER_STATEMENT);
      await this.uow.run((tx) => offerImportedPackages(tx, some, overview));
    }
    const rejected = await RejectedFile.open(request.rejectedPath, before?.rejectedBytes ?? 0);
    const known = new Set<string>();
    let lastLine = before?.lastLine ?? 0;
    try {
      const onRead = this.reading(request, bytesTotal, tally, 'deciding');
      for await (const batch of ahead(this.batches(file, map, lastLine, onRead))) {
        if (signal?.aborted) return { ...result, state: 'interrupted', rejectedPath: shownPath(rejected) };
        await this.decide(batch, { importId, map, tally, rejected, known });
        lastLine = batch.lastLine;
        await this.save(request, importId, { batch, rejected, tally, finished: false });
      }
      const end = { lastLine, rows: [], refused: [] };
      await this.save(request, importId, { batch: end, rejected, tally, finished: true });
      return { ...result, state: 'finished', rejectedPath: shownPath(rejected) };
    } finally {
      await rejected.close();
    }
  }

  /** Rows behind `afterLine`, mapped, in batches. */
  private async *batches(
    file: string,
    map: MapFile,
    afterLine: number,
    onRead: (n: number) => void,
  ): AsyncGenerator<Batch> {
    const mapper = new RowMapper(map);
    const empty = (): Batch => ({ lastLine: 0, rows: [], refused: [] });
    let batch = empty();
    for await (const row of rowsOf(file, map, { onRead })) {
      if (row.line <= afterLine) continue;
      batch.lastLine = row.line;
      const mapped = 'refusal' in row ? row : mapper.apply(row.values);
      if ('refusal' in mapped) batch.refused.push({ line: row.line, reason: mapped.refusal });
      else batch.rows.push({ line: row.line, row: mapped.row });
      if (batch.rows.length + batch.refused.length < ROWS_PER_BATCH) continue;
      yield batch;
      batch = empty();
    }
    if (batch.lastLine > 0) yield batch;
  }

  private async decide(
    batch: Batch,
    run: { importId: string; map: MapFile; tally: Tally; rejected: RejectedFile; known: Set<string> },
  ): Promise<void> {
    const { importId, map, tally, known } = run;
    const opening = batch.rows.flatMap(({ row }) => row.accounts.filter((account) => isNew(account, known)));
    if (opening.length > 0)
      await this.uow.run(async (tx) => {
        await commitWithTheNext(tx);
        await openAccounts(tx, opening, this.clock.now());
      });

    const results = await this.decideUntilAvailable(
      batch.rows.map(({ line, row }) => ({
        idempotencyKey: keyOf(importId, line),
        transaction: row.transaction,
      })),
    );
    tally.rows += batch.rows.length + batch.refused.length;
    for (const [i, { line, row }] of batch.rows.entries()) {
      const answer = results[i]!;
      if ('problem' in answer) {
        batch.refused.push({ line, reason: `${answer.problem}: ${answer.detail}` });
        continue;
      }
      count(tally, { answer, occurredAt: row.transaction.occurredAt, label: row.label }, map.report?.since);
    }
    tally.refused += batch.refused.length;
  }

  /** A database that is away for a moment is waited for; nothing of the batch was decided meanwhile. */
  private async decideUntilAvailable(items: Parameters<Decider['decide']>[0]): Promise<DecisionResult[]> {
    for (let attempt = 1; ; attempt++) {
      const results = await this.decider.decide(items, { mode: 'backfill' });
      const refusal = results.find((r) => 'problem' in r && r.problem.startsWith('service.'));
      if (!refusal || !('problem' in refusal)) return results;
      if (attempt === ATTEMPTS)
        throw new ImportError(`${refusal.detail} Run the same import again: it goes on where it stopped.`);
      await new Promise((resolve) => setTimeout(resolve, 1_000 * 2 ** attempt));
    }
  }

  private async save(
    { file, map }: ImportRequest,
    importId: string,
    state: { batch: Batch; rejected: RejectedFile; tally: Tally; finished: boolean },
  ): Promise<void> {
    const { batch, rejected, tally, finished } = state;
    await rejected.append(batch.refused.sort((a, b) => a.line - b.line));
    const labels = batch.rows.flatMap(({ line, row: { transaction, label } }) =>
      label ? [{ accountId: transaction.accountId, idempotencyKey: keyOf(importId, line), ...label }] : [],
    );
    const checkpoint: Checkpoint = {
      lastLine: batch.lastLine,
      rejectedBytes: rejected.bytes,
      tally,
      finished,
    };
    await this.uow.run(async (tx) => {
      await commitWithTheNext(tx);
      await writeLabels(tx, labels, `import ${map.name}`);
      await writeCheckpoint(tx, { importId, fileName: basename(file), mapName: map.name }, checkpoint);
    });
  }

  private reading({ onProgress }: ImportRequest, bytesTotal: number, tally: Tally, phase: string) {
    let bytesDone = 0;
    return (bytes: number) => {
      bytesDone += bytes;
      onProgress?.({ bytesDone, bytesTotal, tally, phase });
    };
  }
}

const keyOf = (importId: string, line: number) => `import:${importId}:${line}`;

const shownPath = (rejected: RejectedFile) => (rejected.bytes > 0 ? rejected.path : null);

function isNew(account: OpenedAccount, known: Set<string>): boolean {
  if (known.has(account.accountId)) return false;
  if (known.size >= MAX_KNOWN_ACCOUNTS) known.clear();
  known.add(account.accountId);
  return true;
}
