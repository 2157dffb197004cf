import { Clock } from '../../api/src/platform/clock/clock.js';

/** A clock that stands until it is moved. */
export class TestClock extends Clock {
  constructor(private at: number) {
    super();
  }

  override now(): number {
    return this.at;
  }

  moveTo(at: number): void {
    this.at = at;
  }

  advance(ms: number): void {
    this.at += ms;
  }
}
