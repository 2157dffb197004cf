import { parentPort, workerData } from 'node:worker_threads';
import type { TallyParts } from '@coinwarden/domain';
import { ReplayConnections } from './connection.js';
import { type ReplayProgress, replayHistory } from './replay-history.js';
import { planOf, type StretchOrder } from './replay-plan.js';

export interface ThreadSettings {
  readonly databaseUrl: string;
  readonly order: StretchOrder;
}

/** What the thread tells: how far it has got, and at the end what it found. */
export type ThreadMessage = { readonly progress: ReplayProgress } | { readonly found: TallyParts };

/** A thread that replays one stretch, with connections of its own. Whoever has enough of it terminates it. */
async function replayStretch({ databaseUrl, order }: ThreadSettings): Promise<void> {
  const tell = (message: ThreadMessage) => parentPort!.postMessage(message);
  const connections = await ReplayConnections.open(databaseUrl);
  try {
    const tally = await replayHistory(connections, planOf(order), async (progress) => {
      tell({ progress });
      return true;
    });
    tell({ found: tally!.parts() });
  } finally {
    await connections.close();
  }
}

await replayStretch(workerData as ThreadSettings);
