import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ContentScanAnswer, ContentScanRequest } from '@coinwarden/contracts';
import {
  type AccountStatus,
  type ContentVerdict,
  foldedString,
  guessLanguage,
  type ListEntry,
  listEntriesOf,
  scanContent,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { insertListHits, type ListHit } from '../../lists/lists.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { ContentReferencesCache, type ScanLists } from '../content-references-cache.js';
import { type Author, readAuthors } from '../persistence/authors.store.js';
import { countFlaggedContent } from '../persistence/content-history.store.js';
import {
  type ContentSource,
  insertLinkedDomains,
  type NewScan,
  type StoredScan,
  scanName,
  storeScans,
} from '../persistence/content-scans.store.js';
import { ContentMetrics } from './content-metrics.js';
import { raiseContentAlerts } from './raise-content-alerts.js';

/** A text to scan. `at` is when it was written, where that is not now. */
export interface ContentItem extends ContentScanRequest {
  readonly at?: number;
  readonly source?: ContentSource;
}

interface Judged {
  readonly verdict: ContentVerdict;
  readonly name: string;
}

/** A batch is scanned in turns as long as this, so that whoever waits for a decision meanwhile does not notice. */
const TURN_MS = 4;

/**
 * Scans texts and keeps them: each a row, or counted to the row of the same text within the hour; the history that rules
 * read and the alerts follow in the same transaction. Items answer alone: ProblemError account.unknown or account.closed.
 */
@Injectable()
export class ScanContent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly references: ContentReferencesCache,
    private readonly metrics: ContentMetrics,
  ) {}

  async one(item: ContentItem): Promise<ContentScanAnswer> {
    const [result] = await this.many([item]);
    if (result instanceof ProblemError) throw result;
    return result!;
  }

  async many(items: readonly ContentItem[]): Promise<(ContentScanAnswer | ProblemError)[]> {
    const now = this.clock.now();
    const [authors, lists] = await Promise.all([
      readAuthors(this.uow, [...new Set(items.map((item) => item.accountId))]),
      this.references.current(this.uow, now),
    ]);
    const scans = new Map<string, NewScan>();
    const listed = new Map<string, readonly ListEntry[]>();
    const judged = await this.judge(items, { now, authors, lists, scans, listed });
    const stored = scans.size === 0 ? new Map<string, StoredScan>() : await this.store(scans, listed);
    return judged.map((result) =>
      result instanceof ProblemError ? result : answerOf(result.verdict, stored.get(result.name)!),
    );
  }

  private async judge(
    items: readonly ContentItem[],
    { now, authors, lists, scans, listed }: Judging,
  ): Promise<(Judged | ProblemError)[]> {
    const results: (Judged | ProblemError)[] = [];
    let turn = performance.now();
    for (const item of items) {
      const author = authors.get(item.accountId);
      const problem = refusalOf(item, author?.status);
      if (problem) {
        results.push(problem);
        continue;
      }
      const { kind, text } = item;
      const displayName = author?.displayName ?? null;
      const verdict = scanContent({ kind, text, displayName: displayName ?? undefined }, lists.references);
      const scan = newScan({ ...item, at: item.at ?? now }, { verdict, displayName });
      const name = scanName({ ...scan, scannedVerdict: scan.verdict });
      const same = scans.get(name);
      scans.set(name, same ? together(same, scan) : scan);
      const entries = listEntriesOf(verdict, lists);
      if (entries.length > 0) listed.set(name, entries);
      results.push({ verdict, name });
      this.metrics.count(kind, verdict.verdict);
      if (performance.now() - turn < TURN_MS) continue;
      await breathe();
      turn = performance.now();
    }
    return results;
  }

  private store(
    scans: ReadonlyMap<string, NewScan>,
    listed: ReadonlyMap<string, readonly ListEntry[]>,
  ): Promise<Map<string, StoredScan>> {
    return this.uow.run(async (tx) => {
      const stored = await storeScans(tx, scans);
      const kept = [...scans].map(([name, scan]) => ({ name, scan, stored: stored.get(name)! }));
      const fresh = kept.filter((k) => k.stored.isNew);
      await insertLinkedDomains(
        tx,
        fresh.flatMap(({ scan }) => linkedDomains(scan)),
      );
      const flagged = kept.filter((k) => k.stored.verdict !== 'clean');
      // History is counted as of its own time.
      const until = Math.max(...flagged.map((k) => k.scan.at));
      await countFlaggedContent(tx, [...new Set(flagged.map((k) => k.scan.account_id))], until);
      await raiseContentAlerts(
        tx,
        fresh.map((k) => k.scan).filter((scan) => scan.verdict !== 'clean'),
      );
      await insertListHits(
        tx,
        fresh.flatMap(({ name, scan }) => (listed.get(name) ?? []).map((entry) => hitOf(entry, scan))),
      );
      return stored;
    });
  }
}

interface Judging {
  readonly now: number;
  readonly authors: ReadonlyMap<string, Author>;
  readonly lists: ScanLists;
  /** Filled as texts are judged. */
  readonly scans: Map<string, NewScan>;
  /** Filled too: the list entries that a scan met, by its name. */
  readonly listed: Map<string, readonly ListEntry[]>;
}

function refusalOf({ accountId }: ContentItem, status: AccountStatus | undefined): ProblemError | null {
  if (status === undefined) return new ProblemError('account.unknown', `There is no account ${accountId}.`);
  return status === 'closed' ? new ProblemError('account.closed') : null;
}

function newScan(
  item: ContentItem & { readonly at: number },
  { verdict, displayName }: { readonly verdict: ContentVerdict; readonly displayName: string | null },
): NewScan {
  const { kind, text, contentId, recipientId, accountId, at, source = 'platform' } = item;
  return {
    account_id: accountId,
    scan_id: idAt(at),
    textHash: hashOf(`${kind}\n${foldedString(text)}`),
    at,
    kind,
    source,
    times: 1,
    content_ids: contentId === undefined ? [] : [contentId],
    recipient_ids: recipientId === undefined ? [] : [recipientId],
    text,
    display_name: displayName,
    language: guessLanguage(text) ?? null,
    verdict: verdict.verdict,
    score: verdict.score,
    reasons: [...verdict.reasons],
    spans: [...verdict.spans],
    links: [...verdict.domains],
    scanned_chars: verdict.scannedChars,
  };
}

const HASH_HEX_DIGITS = 32;
const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, HASH_HEX_DIGITS);

/** The same text twice in one batch. */
const together = (first: NewScan, again: NewScan): NewScan => ({
  ...first,
  times: first.times + again.times,
  content_ids: [...new Set([...first.content_ids, ...again.content_ids])],
  recipient_ids: [...new Set([...first.recipient_ids, ...again.recipient_ids])],
});

const hitOf = ({ entryId }: ListEntry, scan: NewScan): ListHit => ({
  entryId,
  kind: 'scan',
  sourceId: scan.scan_id,
  accountId: scan.account_id,
  outcome: scan.verdict,
  at: scan.at,
});

const linkedDomains = (scan: NewScan) =>
  scan.links
    .filter(({ standing }) => standing !== 'official' && standing !== 'allowed')
    .map(({ domain }) => ({
      accountId: scan.account_id,
      scanId: scan.scan_id,
      domain,
      flagged: scan.verdict !== 'clean',
    }));

const answerOf = (verdict: ContentVerdict, stored: StoredScan): ContentScanAnswer => ({
  scanId: stored.scanId,
  verdict: stored.verdict,
  score: verdict.score,
  reasons: verdict.reasons.map((reason) => ({ ...reason, values: { ...reason.values } })),
  domains: verdict.domains.map(({ domain }) => domain),
  links: [...verdict.domains],
  spans: [...verdict.spans],
  review: stored.review,
  times: stored.times,
});
