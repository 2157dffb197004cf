/**
 * The simulator's only source of chance: xoshiro128** seeded from a text, so that one seed gives one economy on every
 * machine and in every version of Node. `fork` gives independent streams, so that how often one part draws never
 * shifts what another part sees. Algorithm: Blackman and Vigna, "Scrambled linear pseudorandom number generators".
 */
export class Random {
  private constructor(
    private a: number,
    private b: number,
    private c: number,
    private d: number,
  ) {}

  static from(seed: string | number): Random {
    const next = splitMix(hash(String(seed)));
    return new Random(next(), next(), next(), next());
  }

  /** A stream of its own for `label`, the same whenever it is asked for before anything is drawn from this one. */
  fork(label: string | number): Random {
    return Random.from(`${this.a}.${this.b}.${this.c}.${this.d}/${label}`);
  }

  /** 32 random bits, unsigned. */
  bits(): number {
    const result = Math.imul(rotate(Math.imul(this.b, 5), 7), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = rotate(this.d, 11);
    return result;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.int(0, values.length - 1)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }

  /** Waiting time of a memoryless process with this mean. */
  exponential(mean: number): number {
    return -Math.log(1 - this.unit()) * mean;
  }

  /** Multiplicative scatter around 1: small σ for habits, large σ for long tails. */
  logNormal(sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
    return Math.exp(sigma * normal);
  }

  /** `length` characters of lower-case base 36. */
  code(length: number): string {
    let out = '';
    while (out.length < length) out += this.bits().toString(36).padStart(7, '0').slice(-6);
    return out.slice(0, length);
  }
}

/** Draws indices in proportion to their weights in O(log n). */
export class Weighted<T> {
  private readonly upTo: number[] = [];
  private total = 0;

  constructor(
    private readonly values: readonly T[],
    weightOf: (value: T, index: number) => number,
  ) {
    values.forEach((value, index) => {
      this.total += weightOf(value, index);
      this.upTo.push(this.total);
    });
  }

  pick(random: Random): T {
    const point = random.unit() * this.total;
    let low = 0;
    let high = this.upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.upTo[middle] as number) > point) high = middle;
      else low = middle + 1;
    }
    const value = this.values[low];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }
}

const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));

/** FNV-1a, 32 bits: spreads similar seeds far apart before they are stretched. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

function splitMix(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}
