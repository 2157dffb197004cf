import { DiscoveryService } from '@nestjs/core';

/**
 * Work that recurs, such as ending holds that ran out. A feature puts a class like this in its `jobs` folder, lists it
 * among its providers, and it runs wherever jobs are on:
 *
 *     @Scheduled({ name: 'expire-holds', everySeconds: 30 })
 *     export class ExpireHoldsJob implements ScheduledJob {
 *       constructor(private readonly expireHolds: ExpireHolds) {}
 *       run = () => this.expireHolds.run();
 *     }
 *
 * One run at a time is usual, not certain: a run must be safe beside another and after a half-done one.
 */
export interface ScheduledJob {
  run(): Promise<unknown>;
}

/** `name` is kept in the queue: renaming it starts a new schedule and ends the old one. */
export const Scheduled = DiscoveryService.createDecorator<{
  readonly name: string;
  readonly everySeconds: number;
}>();
