import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** The only place the process reads the time, so that tests can move it. Milliseconds since the epoch. */
@Injectable()
export class Clock {
  private readonly told = new AsyncLocalStorage<number>();

  now(): number {
    return this.told.getStore() ?? Date.now();
  }

  /** Lets `work` and all it calls happen at another moment: how history is told afterwards. Nobody else notices. */
  telling<T>(moment: number, work: () => Promise<T>): Promise<T> {
    return this.told.run(moment, work);
  }
}
