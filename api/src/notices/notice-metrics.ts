import type { NoticeSource, NoticeState } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { Metrics } from '../platform/metrics/metrics.js';

/** How many notices came, were turned away and were worked off. A forged one leaves nothing but its count here. */
@Injectable()
export class NoticeMetrics {
  private readonly arrivals: Counter<'source' | 'result'>;
  private readonly results: Counter<'source' | 'state'>;

  constructor(metrics: Metrics) {
    this.arrivals = metrics.counter({
      name: 'coinwarden_notices_received_total',
      help: 'Notices of payment providers by what became of them on arrival',
      labelNames: ['source', 'result'],
    });
    this.results = metrics.counter({
      name: 'coinwarden_notices_processed_total',
      help: 'Attempts at stored notices by the state they ended in',
      labelNames: ['source', 'state'],
    });
  }

  received(source: NoticeSource, result: string): void {
    this.arrivals.inc({ source, result });
  }

  processed(source: NoticeSource, state: NoticeState): void {
    this.results.inc({ source, state });
  }
}
