/**
 * Rate limits per key in one process: a bucket holds `burst` tokens and gains `perSecond`. Time is handed in. A bucket
 * that has filled up again is forgotten, so memory follows the callers of the last moments only.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  constructor(private readonly maxKeys = 10_000) {}

  /** Takes one token; answers 0, or the whole seconds until there is one again. */
  take(key: string, rate: { perSecond: number; burst: number }, now: number): number {
    const bucket = this.buckets.get(key) ?? this.open(key, rate.burst, now);
    bucket.tokens = Math.min(rate.burst, bucket.tokens + ((now - bucket.at) / 1_000) * rate.perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / rate.perSecond));
    bucket.tokens -= 1;
    return 0;
  }

  private open(key: string, burst: number, now: number) {
    if (this.buckets.size >= this.maxKeys) this.forgetOldest();
    const bucket = { tokens: burst, at: now };
    this.buckets.set(key, bucket);
    return bucket;
  }

  /** A tenth at a time: the ones opened first, which are the likeliest to be full again. */
  private forgetOldest(): void {
    let left = Math.ceil(this.maxKeys / 10);
    for (const key of this.buckets.keys()) {
      if (left-- <= 0) return;
      this.buckets.delete(key);
    }
  }
}
