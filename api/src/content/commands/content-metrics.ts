import type { ContentKind, ContentVerdictName } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Metrics } from '../../platform/metrics/metrics.js';

@Injectable()
export class ContentMetrics {
  private readonly scans;

  constructor(metrics: Metrics) {
    this.scans = metrics.counter({
      name: 'coinwarden_content_scans_total',
      help: 'Texts scanned, by kind and verdict',
      labelNames: ['kind', 'verdict'],
    });
  }

  count(kind: ContentKind, verdict: ContentVerdictName): void {
    this.scans.inc({ kind, verdict });
  }
}
