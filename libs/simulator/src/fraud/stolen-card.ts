import { MINUTE, SECOND } from '@coinwarden/domain';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { cashOutLater, deviceOf, type FraudScheme, pourOut, recruit, stolenCard } from './scheme.js';

const pattern = 'stolen_card';

/** A fresh account buys as much as a foreign card bears within minutes and gives it to an accomplice. */
export const stolenCards: FraudScheme = { pattern, weight: 0.2, run };

function* run(world: World): Script {
  const { random, shop } = world;
  const accomplice = recruit(world, pattern, { aged: true, creator: true });
  for (let victims = random.int(1, 3); victims > 0; victims--) {
    const thief = recruit(world, pattern);
    const card = stolenCard(world);
    const how = { device: deviceOf(thief), pattern } as const;
    world.introduce(thief);
    yield world.now + random.int(20, 180) * SECOND;
    for (let left = random.int(2, 6); left > 0; left--) {
      const offer = shop.offer(random, thief.place, { small: 0, medium: 0.25, large: 0.75 });
      if (offer) world.buy(thief, offer, { ...how, ...card, provider: 'stripe' });
      yield world.now + random.int(10, 150) * SECOND;
      if (random.chance(0.5)) pourOut(world, thief, accomplice, how);
    }
    yield world.now + random.int(10, 120) * SECOND;
    pourOut(world, thief, accomplice, how);
    yield world.now + random.int(5, 240) * MINUTE;
  }
  world.start(cashOutLater(world, accomplice, pattern));
}
