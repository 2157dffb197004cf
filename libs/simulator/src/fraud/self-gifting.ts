import { DAY, HOUR, MINUTE } from '@coinwarden/domain';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { burner, cashOutLater, deviceOf, type FraudScheme, pourOut, recruit } from './scheme.js';

const pattern = 'self_gifting';

/**
 * A creator is their own greatest fan: a second account buys with a card that need not be theirs and gives to the first.
 * Most use their own phone or at least their own address; the careful keep the two apart.
 */
export const selfGifting: FraudScheme = { pattern, weight: 0.08, run };

function* run(world: World): Script {
  const { random, shop } = world;
  const own = burner(world);
  const creator = recruit(world, pattern, { aged: true, creator: true, device: own });
  const luck = random.unit();
  const device = luck < 0.5 ? own : luck < 0.8 ? { ...burner(world), ip: own.ip } : burner(world);
  const fan = recruit(world, pattern, { aged: random.chance(0.5), device, place: creator.place });
  const how = { device, pattern } as const;
  // The creator's own life on that phone: without it nobody would know that the two are one.
  world.reward(creator, random.int(1, 12), 'daily_check_in', { device: deviceOf(creator), pattern });
  yield world.now + random.int(10, 300) * MINUTE;
  for (let rounds = random.int(2, 6); rounds > 0; rounds--) {
    const offer = shop.offer(random, fan.place, { small: 0.2, medium: 0.6, large: 0.2 });
    if (offer) world.buy(fan, offer, how);
    yield world.now + random.int(2, 90) * MINUTE;
    pourOut(world, fan, creator, how);
    yield world.now + Math.floor(random.exponential(DAY)) + 2 * HOUR;
  }
  world.start(cashOutLater(world, creator, pattern));
}
