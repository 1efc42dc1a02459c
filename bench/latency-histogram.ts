const BUCKET_MS = 0.5;
const BUCKETS = 60_000;

/** Latencies in half milliseconds up to 30 s: millions of them cost no memory. */
export class LatencyHistogram {
  readonly #counts = new Uint32Array(BUCKETS);
  #total = 0;

  static from(counts: readonly [bucket: number, count: number][]): LatencyHistogram {
    const histogram = new LatencyHistogram();
    for (const [bucket, count] of counts) histogram.#add(bucket, count);
    return histogram;
  }

  add(ms: number): void {
    this.#add(Math.min(BUCKETS - 1, Math.max(0, Math.floor(ms / BUCKET_MS))), 1);
  }

  merge(other: LatencyHistogram): void {
    for (const [bucket, count] of other.entries()) this.#add(bucket, count);
  }

  get total(): number {
    return this.#total;
  }

  /** The upper edge of the bucket in which the quantile lies. */
  quantile(q: number): number {
    const wanted = Math.ceil(this.#total * q);
    let seen = 0;
    for (const [bucket, count] of this.#counts.entries()) {
      seen += count;
      if (count > 0 && seen >= wanted) return (bucket + 1) * BUCKET_MS;
    }
    return Number.NaN;
  }

  /** What `from` takes: fit to be sent between processes. */
  entries(): [bucket: number, count: number][] {
    return [...this.#counts.entries()].filter(([, count]) => count > 0);
  }

  #add(bucket: number, count: number): void {
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + count;
    this.#total += count;
  }
}
