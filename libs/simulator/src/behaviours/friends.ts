import { DAY, SECOND } from '@coinwarden/domain';
import type { Person } from '../people/person.js';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';

const GIFTS_PER_TRANSACTION = 0.015;
/** Every eighth lives with the next and lends them the phone now and then. */
const HOUSEHOLD_EVERY = 8;

/**
 * People give to people as well, not to creators alone: friends to each other, and those who live together, on one phone
 * behind one address. What they do looks like fraud from afar, and is none.
 */
export function* friendsAndFamilies(world: World): Script {
  const random = world.friendsRandom;
  const { people } = world.population;
  if (people.length < 2) return;
  const { days, transactions } = world.options;
  const gap = (days * DAY) / Math.max(1, transactions * GIFTS_PER_TRANSACTION);
  for (;;) {
    yield world.now + Math.max(SECOND, Math.floor(random.exponential(gap)));
    const index = random.int(0, people.length - 2);
    const home = random.chance(0.4);
    const giver = people[home ? index - (index % HOUSEHOLD_EVERY) : index] as Person;
    const friend = people[home ? index - (index % HOUSEHOLD_EVERY) + 1 : index + 1] as Person;
    if (giver.createdAt > world.now || friend.createdAt > world.now) continue;
    const device = giver.devices[0]!;
    if (home && random.chance(0.5)) {
      world.reward(friend, random.int(1, 12), 'daily_check_in', { device });
      yield world.now + random.int(5, 600) * SECOND;
    }
    const gift = world.shop.giftBelow(random, Math.min(giver.coins, 200));
    if (gift) world.give(giver, friend, gift, 1, { device });
  }
}
