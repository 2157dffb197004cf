import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const DURATION_BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The process's own registry. Features add their metrics through `counter`, `gauge` and `histogram` when they are
 * constructed; names start with `coinwarden_` and end in their unit.
 */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  readonly registry = new Registry();

  private readonly httpDuration = this.histogram({
    name: 'coinwarden_http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS_SECONDS,
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string>(options: { name: string; help: string; labelNames?: readonly L[] }): Counter<L> {
    return new Counter({ ...options, labelNames: options.labelNames ?? [], registers: [this.registry] });
  }

  gauge<L extends string>(options: {
    name: string;
    help: string;
    labelNames?: readonly L[];
    /** Called when the metrics are read, for values that are cheaper to ask than to keep. */
    collect?: () => number | Promise<number>;
  }): Gauge<L> {
    const { collect, ...rest } = options;
    return new Gauge<L>({
      ...rest,
      labelNames: options.labelNames ?? [],
      registers: [this.registry],
      ...(collect && {
        async collect(this: Gauge<L>) {
          this.set(await collect());
        },
      }),
    });
  }

  histogram<L extends string>(options: {
    name: string;
    help: string;
    labelNames?: readonly L[];
    buckets?: number[];
  }): Histogram<L> {
    return new Histogram({ ...options, labelNames: options.labelNames ?? [], registers: [this.registry] });
  }

  /** `route` is the pattern, never the address: addresses carry ids and would grow without bound. */
  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.httpDuration.observe({ method, route, status: String(status) }, seconds);
  }

  onApplicationShutdown(): void {
    this.registry.clear();
  }
}
