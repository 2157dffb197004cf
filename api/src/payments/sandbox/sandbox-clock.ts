import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';

/** The sandbox's own time: now, or the moment of a history that is being told; calls come over HTTP and bring no time along. */
@Injectable()
export class SandboxClock {
  private told: number | null = null;

  constructor(private readonly clock: Clock) {}

  now(): number {
    return this.told ?? this.clock.now();
  }

  /** Null: time goes by itself again. */
  tell(moment: number | null): void {
    this.told = moment;
  }
}
