import { Injectable } from '@nestjs/common';

/** The only place the process reads the time, so that tests can move it. Milliseconds since the epoch. */
@Injectable()
export class Clock {
  now(): number {
    return Date.now();
  }
}
