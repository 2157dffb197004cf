import { DAY, HOUR, MINUTE } from '@coinwarden/domain';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { deviceOf, type FraudScheme, pourOut, recruit } from './scheme.js';

const pattern = 'refund_abuse';

/** Buys, gives the coins away at once, complains that they never came; and again a few days later. */
export const refundAbuse: FraudScheme = { pattern, weight: 0.1, run };

function* run(world: World): Script {
  const { random, shop, population } = world;
  const abuser = recruit(world, pattern, { aged: true });
  const how = { device: deviceOf(abuser), pattern } as const;
  for (let rounds = random.int(2, 5); rounds > 0; rounds--) {
    const offer = shop.offer(random, abuser.place, { small: 0.1, medium: 0.6, large: 0.3 });
    if (offer) world.buy(abuser, offer, how);
    yield world.now + random.int(1, 12) * MINUTE;
    const to = population.creators.pick(random);
    if (to.createdAt <= world.now) pourOut(world, abuser, to, how);
    yield world.now + random.int(1, 20) * HOUR;
    world.event(abuser, 'report', how.device);
    yield world.now + Math.floor(random.exponential(3 * DAY));
  }
}
