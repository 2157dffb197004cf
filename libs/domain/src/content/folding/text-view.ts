/**
 * A reading of a text: code points, each with the piece of the original it came from. Every transformation carries the
 * pieces along, so that what is found in a reading can be shown in the original.
 */
export class TextView {
  readonly points: number[];
  readonly starts: number[];
  readonly ends: number[];
  #length = 0;

  /** Room for so many points is made at once rather than bit by bit; more are taken all the same. */
  constructor(expected: number) {
    this.points = new Array<number>(expected);
    this.starts = new Array<number>(expected);
    this.ends = new Array<number>(expected);
  }

  get length(): number {
    return this.#length;
  }

  push(point: number, start: number, end: number): void {
    const at = this.#length;
    this.points[at] = point;
    this.starts[at] = start;
    this.ends[at] = end;
    this.#length = at + 1;
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
}
