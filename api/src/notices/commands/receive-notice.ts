import { createHash } from 'node:crypto';
import type { NoticeReceipt } from '@coinwarden/contracts';
import { type NoticeSource, providerOf } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { NoticeMetrics } from '../notice-metrics.js';
import { NoticeIntake } from '../persistence/notice-intake.js';
import { type Arrival, SignatureRefused, type VerifiedNotice } from '../verification/verifier.js';
import { NoticeVerifiers } from '../verification/verifiers.js';

/** Verifies a notice, stores it as it came and acknowledges it. What it says is read by a job. */
@Injectable()
export class ReceiveNotice {
  constructor(
    private readonly verifiers: NoticeVerifiers,
    private readonly intake: NoticeIntake,
    private readonly clock: Clock,
    private readonly metrics: NoticeMetrics,
  ) {}

  async run(source: NoticeSource, arrival: Arrival): Promise<NoticeReceipt> {
    const verified = await this.verify(source, arrival);
    const now = this.clock.now();
    const receipt = await this.intake.store({
      ...verified,
      noticeId: idAt(now),
      source,
      provider: providerOf(source),
      receivedAt: now,
      body: arrival.body,
      headersSha256: digestOf(arrival.headers),
      repetitions: 0,
    });
    this.metrics.received(source, receipt.repeated ? 'repeated' : 'stored');
    return receipt;
  }

  /** Of what is turned away nothing is kept but that it happened. */
  private async verify(source: NoticeSource, arrival: Arrival): Promise<VerifiedNotice> {
    try {
      return await this.verifiers.of(source).verify(arrival);
    } catch (error) {
      if (error instanceof SignatureRefused) this.metrics.received(source, `signature_${error.why}`);
      else if (error instanceof ProblemError) this.metrics.received(source, error.code.replace('.', '_'));
      throw error;
    }
  }
}

const digestOf = (headers: Arrival['headers']): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest();
