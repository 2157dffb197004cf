import { MINUTE } from '@coinwarden/domain';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { deviceOf, type FraudScheme, pourOut } from './scheme.js';

const pattern = 'minor_overspending';

/** A child with a parent's card buys again and again for an idol. The child is no fraudster; the spending is. */
export const minorOverspending: FraudScheme = { pattern, weight: 0.1, run };

function* run(world: World): Script {
  const { random, shop, population } = world;
  const child = findChild(world);
  const idol = child?.favourites[0] ?? population.creators.pick(random);
  if (!child || idol.createdAt > world.now) return;
  const how = { device: deviceOf(child), pattern } as const;
  for (let left = random.int(3, 9); left > 0; left--) {
    const offer = shop.offer(random, child.place, { small: 0.2, medium: 0.6, large: 0.2 });
    if (offer) world.buy(child, offer, { ...how, instrument: child.guardian?.instrument });
    yield world.now + random.int(1, 12) * MINUTE;
    pourOut(world, child, idol, how);
    yield world.now + random.int(2, 45) * MINUTE;
  }
}

function findChild(world: World) {
  const { people } = world.population;
  for (let tries = 0; tries < 400; tries++) {
    const who = world.random.pick(people);
    if (who.role === 'minor' && who.createdAt < world.now) return who;
  }
  return undefined;
}
