import type { TransactionDetail, TransactionProvenance } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { TransactionPage } from '../../decisions/decisions.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LineageReader } from './lineage-reader.js';
import { readBehindCoins, readBehindDiamonds } from './read-backward.js';
import { readForward } from './read-forward.js';
import { inOneSnapshot } from './snapshot.js';

/** Where the coins of a transaction came from and where they went. */
@Injectable()
export class TransactionProvenanceQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly page: TransactionPage,
  ) {}

  async read(id: string, limit: number): Promise<TransactionProvenance> {
    const { transactionId, kind, accountId, status, decidedAt, provenance, diamonds } =
      await this.page.read(id);
    const question = { transactionId, kind, accountId, status, diamonds, limit };
    const now = this.clock.now();
    const ways = await inOneSnapshot(this.uow, async (tx) => ({
      forward: await forwardOf(new LineageReader(tx, now), question),
      backward: await backwardOf(new LineageReader(tx, now), question),
    }));
    return { transactionId, kind, accountId, status, decidedAt, provenance, ...ways };
  }
}

type Question = Pick<TransactionDetail, 'transactionId' | 'kind' | 'accountId' | 'status' | 'diamonds'> & {
  readonly limit: number;
};

/** Forward for what granted coins or made diamonds. */
function forwardOf(reader: LineageReader, { kind, status, ...question }: Question) {
  if (kind === 'purchase' || kind === 'reward') return readForward(reader, { ...question, kind });
  if (status !== 'posted') return null;
  return kind === 'gift' || kind === 'conversion' ? readForward(reader, { ...question, kind }) : null;
}

/** Backward for what used coins or diamonds, or reserves them. */
function backwardOf(reader: LineageReader, { kind, status, diamonds, ...question }: Question) {
  const held = status === 'held';
  if (!held && status !== 'posted') return null;
  if (kind === 'gift' || kind === 'video_promotion' || kind === 'unlock') {
    return readBehindCoins(reader, { ...question, kind, held });
  }
  if (kind !== 'withdrawal' && kind !== 'conversion') return null;
  return readBehindDiamonds(reader, { ...question, diamonds: BigInt(diamonds), held });
}
