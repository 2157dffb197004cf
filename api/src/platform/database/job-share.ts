import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/**
 * The connections that jobs may hold together: half of the pool, so that however many of them run side by side, decisions and
 * whoever looks at something do not wait for one. Work that takes its turn here must not take another turn inside.
 */
@Injectable()
export class JobShare {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor({ poolSize }: Config) {
    this.free = Math.max(1, Math.floor(poolSize / 2));
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((turn) => this.waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
