import { HOUR, MINUTE, SECOND } from '@coinwarden/domain';
import type { Person } from '../people/person.js';
import type { Script } from '../schedule.js';
import type { World } from '../world.js';
import { cashOutLater, deviceOf, type FraudScheme, pourOut, recruit } from './scheme.js';

const pattern = 'uncredited_coins';

/** Tries to get coins that nobody pays for: one payment twice, too little paid, a payment that never comes. */
export const uncreditedCoins: FraudScheme = { pattern, weight: 0.06, run };

function* run(world: World): Script {
  const { random } = world;
  const attempts = random.pick([sameAgain, tooLittle, neverPays]);
  const cheat = recruit(world, pattern, { aged: random.chance(0.5) });
  const friend = recruit(world, pattern, { aged: true, creator: true });
  yield* attempts(world, cheat, friend);
  world.start(cashOutLater(world, friend, pattern));
}

/** Pays once and shows the receipt again and again, now and then from another account. */
function* sameAgain(world: World, cheat: Person, friend: Person): Script {
  const { random, shop } = world;
  const how = { device: deviceOf(cheat), pattern } as const;
  const offer = shop.cheapest(cheat.place);
  if (!offer) return;
  const reference = world.buy(cheat, offer, { ...how, provider: 'stripe' });
  for (let left = random.int(2, 5); left > 0; left--) {
    yield world.now + random.int(20, 900) * SECOND;
    const who = random.chance(0.3) ? recruit(world, pattern, { device: how.device }) : cheat;
    world.buy(who, offer, { ...how, provider: 'stripe', reference });
    yield world.now + random.int(5, 90) * SECOND;
    pourOut(world, who, friend, how);
  }
}

/** Asks for the dearest package and pays for the cheapest. */
function* tooLittle(world: World, cheat: Person, friend: Person): Script {
  const { random, shop } = world;
  const how = { device: deviceOf(cheat), pattern } as const;
  const [dear, cheap] = [shop.dearest(cheat.place), shop.cheapest(cheat.place)];
  if (!dear || !cheap) return;
  for (let left = random.int(2, 6); left > 0; left--) {
    const { currency, amountMinor } = cheap.price;
    const price = { currency, amountMinor: Math.max(1, Math.floor(amountMinor * random.unit())) };
    world.buy(cheat, { ...dear, price }, { ...how, provider: 'stripe' });
    yield world.now + random.int(10, 300) * SECOND;
    pourOut(world, cheat, friend, how);
    yield world.now + random.int(1, 30) * MINUTE;
  }
}

/** Has coins set aside for payments that never come, and tries to spend them meanwhile. */
function* neverPays(world: World, cheat: Person, friend: Person): Script {
  const { random, shop } = world;
  const how = { device: deviceOf(cheat), pattern } as const;
  for (let left = random.int(3, 6); left > 0; left--) {
    const offer = shop.offer(random, cheat.place, { small: 0, medium: 0.3, large: 0.7 });
    if (offer) world.buy(cheat, offer, { ...how, provider: 'stripe', neverPaid: true });
    yield world.now + random.int(20, 300) * SECOND;
    pourOut(world, cheat, friend, how);
    yield world.now + random.int(1, 9) * HOUR;
  }
}
