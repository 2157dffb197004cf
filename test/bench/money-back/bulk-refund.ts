import { setTimeout as sleep } from 'node:timers/promises';
import type { StaffSession } from './staff-session.js';

/** As often as the console looks while a bulk runs, and more. */
const LOOK_EVERY_MS = 250;
const PATIENCE_MS = 600_000;

interface Bulk {
  readonly id: string;
  readonly status: string;
  readonly previewHash: string;
  readonly progress: Readonly<
    Record<'total' | 'waiting' | 'opened' | 'refused' | 'succeeded' | 'failed', number>
  >;
}

export interface BulkRun {
  /** Until it said what it would come to and stood, before anybody started it. */
  readonly preparedMs: number;
  /** From its start until it was done: every refund opened. */
  readonly openedMs: number;
  /** From its start until the provider had paid every one. */
  readonly paidMs: number;
  /** Of each look at its progress, ascending. */
  readonly looksMs: readonly number[];
  /** Looks that saw it under way. */
  readonly underWay: number;
}

/** One person asks for the refunds, a second one starts them, and the first watches until the last is paid. */
export async function refundInBulk(
  people: { readonly asks: StaffSession; readonly starts: StaffSession },
  purchaseIds: readonly string[],
): Promise<BulkRun> {
  const { asks, starts } = people;
  const asked = performance.now();
  const bulk = await asks.post<Bulk>('/staff/refund-bulks', { purchaseIds, reason: 'technical_fault' });
  const preparedMs = performance.now() - asked;
  const { id, previewHash } = bulk;
  const started = performance.now();
  if (bulk.status === 'pending_approval')
    await starts.post(`/staff/refund-bulks/${id}/actions/approve`, { previewHash });
  const watched = await watch(asks, id, started);
  return { preparedMs, ...watched };
}

async function watch(by: StaffSession, id: string, started: number): Promise<Omit<BulkRun, 'preparedMs'>> {
  const looksMs: number[] = [];
  let openedMs: number | null = null;
  let underWay = 0;
  let before: Bulk['progress'] | null = null;
  for (const deadline = started + PATIENCE_MS; performance.now() < deadline; ) {
    const looked = performance.now();
    const { status, progress } = await by.get<Bulk>(`/staff/refund-bulks/${id}`);
    looksMs.push(performance.now() - looked);
    if (before !== null) expectOnward(before, progress);
    before = progress;
    if (progress.waiting > 0 && progress.opened > 0) underWay += 1;
    if (status === 'done') openedMs ??= performance.now() - started;
    if (openedMs !== null && progress.succeeded + progress.failed === progress.opened) {
      if (progress.succeeded !== progress.total)
        throw new Error(`not every refund was paid: ${JSON.stringify(progress)}`);
      looksMs.sort((a, b) => a - b);
      return { openedMs, paidMs: performance.now() - started, looksMs, underWay };
    }
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`the bulk refund does not end: ${JSON.stringify(before)}`);
}

/** What was opened, refused or paid stays so: the bar only ever grows. */
function expectOnward(before: Bulk['progress'], now: Bulk['progress']): void {
  const grows = ['opened', 'refused', 'succeeded', 'failed'] as const;
  if (grows.some((count) => now[count] < before[count]) || now.waiting > before.waiting)
    throw new Error(`progress went back from ${JSON.stringify(before)} to ${JSON.stringify(now)}`);
}
