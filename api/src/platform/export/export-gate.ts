import { Injectable } from '@nestjs/common';
import { TokenBuckets } from '../access/token-buckets.js';
import { Clock } from '../clock/clock.js';
import { ProblemError } from '../http/problem-error.js';

/** Files that one person may be getting at the same time, and how many in a row: ten, then two a minute. */
const AT_ONCE = 2;
const RATE = { perSecond: 1 / 30, burst: 10 };

/** Keeps one person from taking the database for themselves. Counts in this process. */
@Injectable()
export class ExportGate {
  private readonly running = new Map<string, number>();
  private readonly buckets = new TokenBuckets();

  constructor(private readonly clock: Clock) {}

  /** Answers how to leave again; leaving twice is leaving once. Throws `request.rate_limited`. */
  enter(staffId: string): () => void {
    const running = this.running.get(staffId) ?? 0;
    if (running >= AT_ONCE) {
      throw new ProblemError(
        'request.rate_limited',
        `Only ${AT_ONCE} exports at a time: wait for one to end.`,
        [],
        {
          'Retry-After': '10',
        },
      );
    }
    const waitSeconds = this.buckets.take(staffId, RATE, this.clock.now());
    if (waitSeconds > 0) {
      throw new ProblemError('request.rate_limited', `Try again in ${waitSeconds} s.`, [], {
        'Retry-After': String(waitSeconds),
      });
    }
    this.running.set(staffId, running + 1);
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      const left = (this.running.get(staffId) ?? 1) - 1;
      if (left > 0) this.running.set(staffId, left);
      else this.running.delete(staffId);
    };
  }
}
