import { DAY, HOUR, MINUTE } from '@coinwarden/domain';
import type { Person } from '../people/person.js';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { cashOutLater, deviceOf, type FraudScheme, recruit } from './scheme.js';

const pattern = 'bonus_laundering';

/**
 * Accounts with nothing in common, each on a phone of its own, take what is free at a person's pace (the welcome bonus,
 * daily rewards) and hand it all to one creator, who takes it out as money.
 */
export const bonusLaundering: FraudScheme = { pattern, weight: 0.08, run };

function* run(world: World): Script {
  const { random } = world;
  const creator = recruit(world, pattern, { aged: true, creator: true });
  const days = random.int(4, 8);
  for (let left = random.int(5, 10); left > 0; left--) {
    world.start(collect(world, creator, days), world.now + random.int(5, 600) * MINUTE);
  }
  yield world.now + days * DAY;
  world.start(cashOutLater(world, creator, pattern));
}

function* collect(world: World, creator: Person, days: number): Script {
  const { random, shop } = world;
  const mule = recruit(world, pattern);
  const how = { device: deviceOf(mule), pattern } as const;
  world.introduce(mule);
  yield world.now + random.int(1, 20) * MINUTE;
  world.reward(mule, random.int(20, 50), 'welcome', how);
  const offer = random.chance(0.5) ? shop.cheapest(mule.place) : undefined;
  if (offer) {
    yield world.now + random.int(2, 60) * MINUTE;
    world.buy(mule, offer, { ...how, promotionCode: shop.welcomeCode });
  }
  for (let day = 0; day < days; day++) {
    for (let left = random.int(1, 3); left > 0; left--) {
      yield world.now + random.int(10, 240) * MINUTE;
      world.reward(mule, random.int(5, 15), random.pick(['daily_check_in', 'watch_streak', 'task']), how);
    }
    const gift = random.chance(0.7) ? shop.gift(random, mule.coins, 1) : undefined;
    if (gift) world.give(mule, creator, gift, Math.max(1, Math.floor(mule.coins / gift.coins)), how);
    yield world.now + Math.floor(random.exponential(12 * HOUR)) + 6 * HOUR;
  }
}
