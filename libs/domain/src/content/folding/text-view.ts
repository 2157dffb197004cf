/**
 * A reading of a text: code points, each with the piece of the original it came from. Every transformation carries the
 * pieces along, so that what is found in a reading can be shown in the original.
 */
export class TextView {
  points: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.points = new Int32Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
  }

  push(point: number, start: number, end: number): void {
    if (this.length === this.points.length) this.#grow();
    this.points[this.length] = point;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }

  /** The last point also covers the original up to `end`. */
  extendLast(end: number): void {
    if (this.length > 0 && this.ends[this.length - 1]! < end) this.ends[this.length - 1] = end;
  }

  last(): number {
    return this.length === 0 ? -1 : this.points[this.length - 1]!;
  }

  slice(from: number, to: number): string {
    let text = '';
    for (let i = from; i < to; i += 1) text += String.fromCodePoint(this.points[i]!);
    return text;
  }

  /** Where the points from `from` up to `to` stand in the original. */
  range(from: number, to: number): { readonly start: number; readonly end: number } {
    return { start: this.starts[from]!, end: this.ends[to - 1]! };
  }

  toString(): string {
    return this.slice(0, this.length);
  }

  #grow(): void {
    const capacity = this.points.length * 2 + 16;
    const grown = (old: Int32Array): Int32Array => {
      const larger = new Int32Array(capacity);
      larger.set(old);
      return larger;
    };
    this.points = grown(this.points);
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
  }
}
